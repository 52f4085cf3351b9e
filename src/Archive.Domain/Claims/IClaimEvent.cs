namespace Archive.Domain.Claims;

/// <summary>An event in the stream of a claim.</summary>
public interface IClaimEvent : IArchiveEvent
{
    /// <summary>Id of the claim, <c>record/local</c>.</summary>
    string Claim { get; }

    string IArchiveEvent.Stream => StreamName.OfClaim(Claim);

    IEnumerable<string> IArchiveEvent.References => [StreamName.OfRecord(ArchiveId.RecordOf(Claim))];
}
