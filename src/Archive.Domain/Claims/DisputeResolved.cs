namespace Archive.Domain.Claims;

/// <summary>A dispute on a claim ended.</summary>
public sealed record DisputeResolved(string Claim, int Dispute, DisputeResolution Resolution, string? Decided = null) : IClaimEvent
{
    IEnumerable<string> IArchiveEvent.References => CitedStreams.Of(Claim, null, Resolution.Citations);
}
