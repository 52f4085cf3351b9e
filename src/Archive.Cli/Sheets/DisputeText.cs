using Archive.Access;
using Archive.Cli.Display;
using Archive.Domain.Claims;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>Disagreement: the question, its versions with their sources, and how it ended if it has.</summary>
internal static class DisputeText
{
    /// <summary>Lines for a list: sources by id.</summary>
    public static IEnumerable<Line> Brief(Dispute dispute)
    {
        yield return Heading(dispute);
        for (var i = 0; i < dispute.Versions.Count; i++)
        {
            var version = dispute.Versions[i];
            yield return [$"  {i + 1}. {version.Says} ", new Span($"[{string.Join(", ", version.Citations.Select(citation => citation.Source))}]", Tone.Id)];
        }

        if (dispute.Resolution is { } resolution)
            yield return "  " + Outcome(resolution);
    }

    /// <summary>All of it, with each source in full.</summary>
    public static void Show(IDisplay display, Dispute dispute, Names names, IReadOnlyList<WithheldQuote>? withheld)
    {
        display.Write(Heading(dispute));
        for (var i = 0; i < dispute.Versions.Count; i++)
        {
            display.Write($"{i + 1}. {dispute.Versions[i].Says}", 1);
            foreach (var citation in dispute.Versions[i].Citations)
                display.Write(CitationText.Of(citation, names, withheld), 2);
        }

        if (dispute.Resolution is not { } resolution)
            return;
        display.Write(Outcome(resolution), 1);
        foreach (var citation in resolution.Citations)
            display.Write(CitationText.Of(citation, names, withheld), 2);
    }

    private static Line Heading(Dispute dispute) =>
        [new Span($"dispute {dispute.Number}, {(dispute.IsOpen ? "open" : "ended")}: ", Tone.Caution), dispute.Question];

    private static string Outcome(DisputeResolution resolution) =>
        $"ended as {Kebab.Of(resolution.Outcome)}{(resolution.Version is { } version ? $", version {version}" : "")}: {resolution.Words}";
}
