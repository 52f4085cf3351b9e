namespace Archive.LedgerAudits;

/// <summary>The first difference that an audit of the ledger found. It has no words of what the archive holds: who may audit may not therefore read everything.</summary>
/// <param name="Part">What differs.</param>
/// <param name="Kind">How.</param>
/// <param name="Entry">The entry at which it differs, or that made what differs.</param>
/// <param name="EventId">Id of that entry's event.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Document">Id of the row, or path of the tile.</param>
/// <param name="Members">Which columns, and which members of a document, as paths.</param>
/// <param name="Expected">What should be there, where that can be said without telling what the archive holds.</param>
/// <param name="Found">What is there; the same.</param>
/// <param name="Detail">What is wrong, in a sentence.</param>
/// <param name="Advice">What to do.</param>
public sealed record LedgerDifference(
    LedgerPart Part,
    DifferenceKind Kind,
    string Detail,
    string Advice,
    long? Entry = null,
    Guid? EventId = null,
    string? Stream = null,
    string? Document = null,
    IReadOnlyList<string>? Members = null,
    string? Expected = null,
    string? Found = null)
{
    /// <summary>Where the log is not what it was.</summary>
    internal const string RestoreLog = "Stop writing, keep a copy of the database as it is, and compare it with backups: 'archive backup' keeps every event, and 'archive restore' brings the log back.";

    /// <summary>Where the log is as it was, and what was made of it is not.</summary>
    internal const string Rebuild = "The log is as it was here: 'archive rebuild' makes the read models of it anew. Keep a copy of the database first, to find out who changed it; where the rebuild finds differing leaves, restore a backup.";

    /// <summary>Where it was signed otherwise.</summary>
    internal const string AskWitnesses = "Ask those who keep checkpoints of this log for theirs, and compare: the log, or the table of checkpoints, was changed. Restore the one that differs from a backup.";

    internal static LedgerDifference OfRow(LedgerPart part, DifferenceKind kind, string detail, string document, long? entry = null, string? stream = null) =>
        new(part, kind, detail, Rebuild, entry, Stream: stream, Document: document);
}
