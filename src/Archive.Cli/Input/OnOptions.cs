using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Snapshots;

namespace Archive.Cli.Input;

/// <summary>A question about the time of the facts.</summary>
internal sealed class OnOptions
{
    private readonly Option<string?> _on;
    private readonly Option<DateMatch?> _match = WordOption.Of<DateMatch>("--match", "How sure that must be, with --on; possibly where nothing is said");
    private readonly Option<string?> _zone = TextOption.Of("--zone", "IANA", "Zone in which --on is read; the record's where nothing is said, else UTC.");

    public OnOptions(string description) =>
        _on = TextOption.Of("--on", "EDTF", description + ": a date or interval in EDTF, such as 2023-03-20 or 2023-03-20/2023-03-22.");

    public void AddTo(Command command)
    {
        command.Add(_on);
        command.Add(_match);
        command.Add(_zone);
    }

    public OccurredFilter? Read(ParseResult parsed)
    {
        var match = parsed.GetValue(_match);
        var zone = parsed.GetValue(_zone);
        if (parsed.GetValue(_on) is { } on)
            return new OccurredFilter(on, match ?? DateMatch.Possibly, zone);
        return match is null && zone is null ? null : throw new UsageException("--match and --zone belong to --on: say which time is asked about.");
    }
}
