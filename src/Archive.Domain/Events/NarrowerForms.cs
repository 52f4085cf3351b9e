using System.Text.Json;
using Archive.Domain.Claims;

namespace Archive.Domain.Events;

/// <summary>
/// Former versions whose form the next one only widened: their JSON is read as it is, which costs nothing where a history is long, and what
/// they did not have is refused in them. Version 1 of events with citations had no anchored quotes, no words around a quote, and no content
/// that is kept apart.
/// </summary>
internal static class NarrowerForms
{
    private static readonly Dictionary<string, string> Wider = new(StringComparer.Ordinal)
    {
        ["claim-recorded.v1"] = "claim-recorded.v2",
        ["claim-corrected.v1"] = "claim-corrected.v2",
        ["claim-cited.v1"] = "claim-cited.v2",
        ["claim-disputed.v1"] = "claim-disputed.v2",
        ["dispute-resolved.v1"] = "dispute-resolved.v2",
    };

    public static IReadOnlyCollection<string> Names => Wider.Keys;

    public static bool IsOne(string name, out string present) => Wider.TryGetValue(name, out present!);

    /// <exception cref="JsonException">The event has what its version did not.</exception>
    public static IArchiveEvent Checked(IArchiveEvent happened, string name) => Fits(happened)
        ? happened
        : throw new JsonException($"It has members that a {name} cannot have.");

    private static bool Fits(IArchiveEvent happened) => happened switch
    {
        ClaimRecorded e => e.Content.Kept is null && e.Citations.All(Fits),
        ClaimCorrected e => e.Content.Kept is null && e.Citations.All(Fits),
        ClaimCited e => Fits(e.Citation),
        ClaimDisputed e => e.Versions.All(version => version.Citations.All(Fits)),
        DisputeResolved e => e.Resolution.Citations.All(Fits),
        _ => true,
    };

    private static bool Fits(Citation citation) => citation.Quote is null || citation.Quote == new Quote(citation.Quote.Exact);
}
