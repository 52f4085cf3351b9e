using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Domain.Time;

namespace Archive.Cli.Input;

/// <summary>A historical date: its EDTF string, words on the time of day, and its zone.</summary>
internal sealed class DateOptions
{
    private readonly Option<string?> _clock = TextOption.Of(
        "--clock", "WORDS", "What EDTF cannot say of the time of day: 'afternoon', 'about 12:59'. Kept as written.");

    private readonly Option<string?> _zone;

    public DateOptions(string name, string description, string zoneDescription)
    {
        When = TextOption.Of(name, "EDTF", description + " Such as 2023-03-20, 2023-03~ (approximate), 2023-03-20? (uncertain), 2023-03-20/2023-03-22.");
        _zone = TextOption.Of("--zone", "IANA", zoneDescription);
    }

    public Option<string?> When { get; }

    public void AddTo(Command command)
    {
        command.Add(When);
        command.Add(_clock);
        command.Add(_zone);
    }

    public string? Zone(ParseResult parsed) => parsed.GetValue(_zone);

    /// <summary>The date as given, over the one there was.</summary>
    /// <param name="defaultZone">The zone where neither says one.</param>
    public DateDraft? Read(ParseResult parsed, DateDraft? before = null, string? defaultZone = null)
    {
        var edtf = parsed.GetValue(When) ?? before?.Edtf;
        var clock = parsed.GetValue(_clock);
        if (edtf is null)
            return clock is null ? null : throw new UsageException($"--clock says a time of a day: give the day with {When.Name}.");
        // A new day leaves the clock of the old one behind.
        clock ??= parsed.GetValue(When) is null ? before?.Clock : null;
        return new DateDraft(edtf, clock, parsed.GetValue(_zone) ?? before?.Zone ?? defaultZone);
    }
}
