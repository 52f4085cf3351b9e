using Archive.Cli.Display;
using Archive.LogCopies;
using Archive.LogErasures;

namespace Archive.Cli.Sheets;

/// <summary>A log that was copied, two that were compared, and one from which words were erased.</summary>
internal static class LogSheet
{
    public static void Show(IDisplay display, CopiedLog copied) => display.Fields(
    [
        new("log", copied.Log),
        End("closed", copied.From),
        End("goes on in", copied.To),
        new("events", $"{copied.Events}"),
        new("last recorded", copied.LastRecordedAt is { } at ? MomentText.Recorded(at) : null),
        new("root hash", Line.Of(copied.RootHash, Tone.Quiet)),
        new("set aside", copied.SetAside),
        new("now", Line.Of("start every process with settings for the new log", Tone.Caution)),
    ]);

    public static void Show(IDisplay display, ComparedLogs compared) => display.Fields(
    [
        new("equal", compared.Equal ? "yes" : Line.Of("no", Tone.Caution)),
        End("from", compared.From),
        End("to", compared.To),
        new("same events", $"{compared.Events}"),
        new("erased in one", compared.Erased is { } erased ? $"{erased}" : null),
        new("root hash", Line.Of(compared.RootHash, Tone.Quiet)),
        .. compared.Difference is { } difference ? Of(difference) : [],
    ]);

    public static void Show(IDisplay display, ErasedFromLog erased)
    {
        display.Fields(
        [
            new("log", erased.Log),
            new("goes on in", $"{erased.Place}, log {erased.LogId}"),
            .. erased.Entries.Select(entry => new Field("erased", $"entry {entry.Entry}, {entry.Type} in {entry.Stream}")),
            new("reason", $"{Kebab.Of(erased.Reason)}, {erased.Reference}"),
            new("events", $"{erased.Events}"),
            new("root hash", Line.Of(erased.RootHash, Tone.Quiet)),
            new("generation", $"{erased.Generation}"),
            .. erased.Destroyed.Select(what => new Field("destroyed", what)),
        ]);
        display.Blank();
        display.Write(Line.Of("Out of reach: the words are or may be there still", Tone.Caution));
        foreach (var what in erased.OutOfReach)
            display.Write(what, 1);
    }

    private static Field End(string name, LogEnd end) => new(name, $"{end.Place}, log {end.LogId}");

    private static IEnumerable<Field> Of(LogDifference difference) =>
    [
        new("first difference", Line.Of($"entry {difference.Entry}, {difference.Member}", Tone.Caution)),
        new("in the first", difference.From ?? "nothing to show"),
        new("in the second", difference.To ?? "nothing to show"),
    ];
}
