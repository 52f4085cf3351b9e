using Archive.Claims;
using Archive.Cli.Display;

namespace Archive.Cli.Sheets;

/// <summary>How many independent origins stand behind a claim, and which.</summary>
internal static class SupportText
{
    public static void Show(IDisplay display, Corroboration support)
    {
        display.Write(Of(support));
        if (support.Contradicting.Count > 0)
            display.Write([new Span("Contradicted by ", Tone.Bad), $"{Count(support.Contradicting)}, in {Sources(support.ContradictingSources)}"]);
        if (support.Cycles.Count > 0)
            display.Write(Line.Of($"Origins that go round in a circle, counted as one: {string.Join(", ", support.Cycles)}", Tone.Caution));
    }

    public static Line Of(Corroboration support) =>
        [new Span("Supported by ", Tone.Strong), $"{Count(support.Supporting)}, in {Sources(support.Sources)}"];

    /// <summary>For a cell: independent origins for and against.</summary>
    public static Line Brief(Corroboration support) => support.Contradicting.Count == 0
        ? Line.Of($"{support.Supporting.Count}", support.Supporting.Count > 1 ? Tone.Plain : Tone.Caution)
        : [$"{support.Supporting.Count}, ", new Span($"{support.Contradicting.Count} against", Tone.Bad)];

    private static string Sources(int number) => $"{number} {(number == 1 ? "source" : "sources")}";

    private static string Count(IReadOnlyList<string> origins) =>
        origins.Count == 0 ? "no independent origin"
        : $"{origins.Count} independent {(origins.Count == 1 ? "origin" : "origins")} ({string.Join(", ", origins)})";
}
