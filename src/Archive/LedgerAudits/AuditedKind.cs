namespace Archive.LedgerAudits;

/// <summary>Documents of one kind of stream that were audited.</summary>
/// <param name="Made">How many entries made one.</param>
/// <param name="Begun">How many streams have begun.</param>
internal sealed record AuditedKind(long Made, long Begun);
