using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Domain.Events;
using Archive.Domain.Ledger;

namespace Archive.Commands;

/// <summary>
/// What tells two inputs under one command id apart: SHA-256, in lower-case hex, of the canonical JSON of the command's name, its actor and
/// its input. Stored in the metadata of events: the form never changes, and new optional members are left out while absent.
/// </summary>
internal static class CommandFingerprint
{
    public static string Of(ICommand command)
    {
        var input = JsonSerializer.SerializeToNode(command, command.GetType(), ArchiveJson.Options)!.AsObject();
        input.Remove("context");
        var whole = new JsonObject { ["command"] = command.GetType().Name, ["actor"] = command.Context.Actor, ["input"] = input };
        return Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(whole, ArchiveJson.Options))));
    }
}
