using Archive.Claims;
using Archive.Cli.Display;

namespace Archive.Cli.Sheets;

/// <summary>How many independent origins stand behind a claim, and which.</summary>
internal static class SupportText
{
    public static void Show(IDisplay display, Corroboration support)
    {
        display.Write(Of(support));
        if (support.Contradicting.Count + support.ContradictingUnnamed > 0)
            display.Write([new Span("Contradicted by ", Tone.Bad), $"{Count(support.Contradicting, support.ContradictingUnnamed)}, in {Sources(support.ContradictingSources)}"]);
        if (support.Cycles.Count > 0)
            display.Write(Line.Of($"Origins that go round in a circle, counted as one: {string.Join(", ", support.Cycles)}", Tone.Caution));
    }

    public static Line Of(Corroboration support) =>
        [new Span("Supported by ", Tone.Strong), $"{Count(support.Supporting, support.SupportingUnnamed)}, in {Sources(support.Sources)}"];

    /// <summary>For a cell: independent origins for and against.</summary>
    public static Line Brief(Corroboration support)
    {
        var (origins, against) = (support.Supporting.Count + support.SupportingUnnamed, support.Contradicting.Count + support.ContradictingUnnamed);
        return against == 0
            ? Line.Of($"{origins}", origins > 1 ? Tone.Plain : Tone.Caution)
            : [$"{origins}, ", new Span($"{against} against", Tone.Bad)];
    }

    private static string Sources(int number) => $"{number} {(number == 1 ? "source" : "sources")}";

    private static string Count(IReadOnlyList<string> origins, int unnamed)
    {
        var (all, names) = (origins.Count + unnamed, unnamed == 0 ? origins : origins.Append($"{unnamed} closed"));
        return all == 0 ? "no independent origin" : $"{all} independent {(all == 1 ? "origin" : "origins")} ({string.Join(", ", names)})";
    }
}
