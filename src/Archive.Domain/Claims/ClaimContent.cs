using Archive.Domain.Time;

namespace Archive.Domain.Claims;

/// <summary>What a claim says, in one of its versions.</summary>
/// <param name="Says">The attributed statement of fact.</param>
/// <param name="Particulars">What its kind adds.</param>
/// <param name="Language">BCP 47 tag of <paramref name="Says"/>.</param>
/// <param name="Occurred">When the fact happened (valid time), with the bounds that were derived when this was decided.</param>
/// <param name="About">Key that claims about one thing share.</param>
/// <param name="AccordingTo">The authority whose account this is, where it is somebody's account.</param>
/// <param name="DerivedFrom">Claims that this one was inferred from.</param>
public sealed record ClaimContent(
    string Says,
    Particulars Particulars,
    string? Language,
    HistoricalDate? Occurred,
    string? About,
    string? AccordingTo,
    ValueList<string> DerivedFrom)
{
    /// <summary>Ids of every authority that this content names.</summary>
    public IEnumerable<string> Authorities()
    {
        foreach (var participant in Particulars.Participants)
            yield return participant;
        if (Particulars.Place is not null)
            yield return Particulars.Place;
        if (AccordingTo is not null)
            yield return AccordingTo;
    }
}
