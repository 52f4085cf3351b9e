using System.CommandLine;
using Archive.Snapshots;

namespace Archive.Cli.Input;

/// <summary>Options that take an instant.</summary>
internal static class TimeOption
{
    public static Option<DateTimeOffset?> Of(string name, string description) => new(name)
    {
        HelpName = "TIME",
        Description = description,
        CustomParser = result =>
        {
            if (AsOf.TryParse(result.Tokens[0].Value, out var moment, out _) && moment is AsOf.Time { Instant: var instant })
                return instant;
            result.AddError($"'{result.Tokens[0].Value}' is no time: write one with its zone, such as 2027-11-24T09:30:00Z.");
            return null;
        },
    };
}
