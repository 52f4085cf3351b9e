using Archive.Cli.Display;
using Archive.LedgerAudits;

namespace Archive.Cli.Sheets;

/// <summary>What an audit of the ledger found.</summary>
internal static class LedgerAuditSheet
{
    public static void Show(IDisplay display, LedgerAudit audit)
    {
        display.Heading("Ledger");
        display.Fields(
        [
            new("log", audit.AsOf.Log),
            new("as of", $"entry {audit.AsOf.Entry}{(audit.AsOf.RecordedAt is { } at ? $", recorded {MomentText.Recorded(at)}" : "")}"),
            new("resumed", audit.ResumedAfter is { } entry ? $"after entry {entry}" : null),
            new("entries", $"{audit.Entries:N0}"),
            new("documents", $"{audit.Versions:N0}"),
            new("references", $"{audit.References:N0}"),
            new("tiles", $"{audit.Tiles:N0}"),
            new("checkpoints", $"{audit.Checkpoints:N0}"),
            new("root", audit.Root),
        ]);
        display.Blank();
        if (audit.Difference is { } difference)
            Show(display, difference);
        display.Write(audit.Sound ? Line.Of("Everything is as it should be.", Tone.Good) : Line.Of("Something is not as it should be. This is the first difference; there may be more.", Tone.Bad));
    }

    private static void Show(IDisplay display, LedgerDifference difference)
    {
        display.Write([new Span($"{Kebab.Of(difference.Kind)}  ", Tone.Bad), Kebab.Of(difference.Part)]);
        display.Write(difference.Detail, 1);
        display.Fields(
        [
            new("entry", difference.Entry is { } entry ? $"{entry}" : null),
            new("event", difference.EventId?.ToString()),
            new("stream", difference.Stream),
            new("document", difference.Document),
            new("members", difference.Members is { Count: > 0 } members ? string.Join(", ", members) : null),
            new("expected", difference.Expected),
            new("found", difference.Found),
        ]);
        display.Write(difference.Advice, 1);
        display.Blank();
    }
}
