using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;

namespace Archive.Domain.Access;

/// <summary>
/// An event on who may see something or on whether it may be erased. It stands in the stream of what it governs: of one type, it is an event of a record,
/// a claim or a source by its subject alone.
/// </summary>
public interface IGovernanceEvent : IRecordEvent, IClaimEvent, ISourceEvent
{
    /// <summary>The stream of the record, claim or source.</summary>
    string Subject { get; }

    /// <summary>SHA-256 of the one capture of the source that it is about; null where it is about the whole.</summary>
    string? Capture { get; }

    string IRecordEvent.Record => StreamName.IdOf(Subject);

    string IClaimEvent.Claim => StreamName.IdOf(Subject);

    string ISourceEvent.Source => StreamName.IdOf(Subject);

    string IArchiveEvent.Stream => Subject;

    IEnumerable<string> IArchiveEvent.References =>
        Subject.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal) ? [StreamName.OfRecord(ArchiveId.RecordOf(StreamName.IdOf(Subject)))] : [];
}
