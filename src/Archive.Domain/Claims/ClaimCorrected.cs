using Archive.Domain.Evidence;

namespace Archive.Domain.Claims;

/// <summary>A claim has a new version, because the one before it was found wanting.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Version">Number of the new content version; the first version is 1.</param>
/// <param name="Content">What the claim says from now on, in full.</param>
/// <param name="Citations">What it rests on from now on, in full.</param>
/// <param name="Reason">Why.</param>
/// <param name="Fault">Whose error it was.</param>
/// <param name="Words">The correction explained.</param>
/// <param name="Notice">What readers are told, where more than <paramref name="Words"/> is meant for them.</param>
/// <param name="Decided">The editor's own date for it, in EDTF; never recorded time.</param>
public sealed record ClaimCorrected(
    string Claim,
    int Version,
    ClaimContent Content,
    ValueList<Citation> Citations,
    CorrectionReason Reason,
    Fault Fault,
    string Words,
    string? Notice = null,
    string? Decided = null) : IClaimEvent, IHoldsWords<ClaimCorrected>
{
    IEnumerable<string> IArchiveEvent.References => CitedStreams.Of(Claim, Content, Citations);

    public ClaimCorrected Keep(Func<KeptWords, string> keep) => this with { Content = Content.Keep(keep), Citations = Citations.Keep(keep) };

    public ClaimCorrected Join(Func<string, string?> find) => this with { Content = Content.Join(find), Citations = Citations.Join(find) };
}
