using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Archive.Cli.Display;

namespace Archive.Cli.Complaints;

/// <summary>Writes complaints to standard error.</summary>
internal static class ComplaintWriter
{
    /// <returns>The exit code.</returns>
    public static int Write(Complaint complaint, Terminal terminal, bool asJson)
    {
        if (asJson)
            terminal.Error.WriteLine(CliJson.Of(new ErrorAnswer(complaint), CliJson.Indented));
        else
            WriteForPeople(complaint, terminal.Error);
        return ExitCode.Of(complaint.Kind);
    }

    private static void WriteForPeople(Complaint complaint, TextWriter error)
    {
        error.WriteLine(SafeText.Lines(complaint.Code is null ? complaint.Message : $"{complaint.Message} ({complaint.Code})"));
        foreach (var violation in complaint.Violations ?? [])
            error.WriteLine(SafeText.Lines(violation.Pointer.Length == 0 ? $"  {violation.Detail}" : $"  {violation.Pointer}: {violation.Detail}"));
        if (complaint.Hint is not null)
            error.WriteLine(SafeText.Lines(complaint.Hint));
    }
}
