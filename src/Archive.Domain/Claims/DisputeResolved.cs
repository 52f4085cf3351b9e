using Archive.Domain.Evidence;

namespace Archive.Domain.Claims;

/// <summary>A dispute on a claim ended.</summary>
public sealed record DisputeResolved(string Claim, int Dispute, DisputeResolution Resolution, string? Decided = null) : IClaimEvent, IHoldsWords<DisputeResolved>
{
    IEnumerable<string> IArchiveEvent.References => CitedStreams.Of(Claim, null, Resolution.Citations);

    public DisputeResolved Keep(Func<KeptWords, string> keep) => this with { Resolution = Resolution.Keep(keep) };

    public DisputeResolved Join(Func<string, string?> find) => this with { Resolution = Resolution.Join(find) };
}
