namespace Archive.Domain.Claims;

/// <summary>A citation was added to a claim, whose content stays as it is.</summary>
public sealed record ClaimCited(string Claim, Citation Citation, string? Words = null, string? Decided = null) : IClaimEvent
{
    IEnumerable<string> IArchiveEvent.References => CitedStreams.Of(Claim, null, [Citation]);
}
