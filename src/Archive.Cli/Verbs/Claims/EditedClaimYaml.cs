using System.Text.Json;
using Archive.Cli.Complaints;
using Archive.Domain.Events;
using YamlDotNet.Core;

namespace Archive.Cli.Verbs.Claims;

/// <summary>A claim as YAML for a person to edit.</summary>
internal static class EditedClaimYaml
{
    public static string Write(string claim, EditedClaim edited) =>
        $"""
        # Claim {claim}. Change what is wrong, save and close; close it unchanged to leave the claim as it is.
        # Dates are EDTF. The citations are the full new ones: what a line is deleted for no longer counts.

        """ + YamlJson.Write(JsonSerializer.SerializeToNode(edited, ArchiveJson.Options)!);

    /// <exception cref="UsageException">Not YAML, or not of this form; the message says where.</exception>
    public static EditedClaim Read(string yaml)
    {
        try
        {
            return YamlJson.Read(yaml).Deserialize<EditedClaim>(ArchiveJson.Options) ?? throw new UsageException("The file is empty; nothing was changed.");
        }
        catch (YamlException exception)
        {
            throw new UsageException($"Line {exception.Start.Line}, column {exception.Start.Column}: {exception.Message} Nothing was changed.");
        }
        catch (JsonException exception)
        {
            throw new UsageException($"{exception.Path}: {exception.Message} Nothing was changed.");
        }
    }
}
