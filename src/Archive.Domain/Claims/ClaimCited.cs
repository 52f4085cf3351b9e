using Archive.Domain.Evidence;

namespace Archive.Domain.Claims;

/// <summary>A citation was added to a claim, whose content stays as it is.</summary>
public sealed record ClaimCited(string Claim, Citation Citation, string? Words = null, string? Decided = null) : IClaimEvent, IHoldsWords<ClaimCited>
{
    IEnumerable<string> IArchiveEvent.References => CitedStreams.Of(Claim, null, [Citation]);

    public ClaimCited Keep(Func<KeptWords, string> keep) => this with { Citation = Citation.Keep(keep) };

    public ClaimCited Join(Func<string, string?> find) => this with { Citation = Citation.Join(find) };
}
