namespace Archive.Snapshots;

/// <summary>Only what occurred on a day or in a stretch of time.</summary>
/// <param name="On">An EDTF date or interval.</param>
/// <param name="Match">How sure that must be.</param>
/// <param name="Zone">IANA zone in which <paramref name="On"/> is read; that of the record where absent, UTC where that is absent too.</param>
public sealed record OccurredFilter(string On, DateMatch Match = DateMatch.Possibly, string? Zone = null);
