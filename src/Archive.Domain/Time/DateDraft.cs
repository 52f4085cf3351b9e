namespace Archive.Domain.Time;

/// <summary>A historical date as somebody wrote it, before its bounds are derived.</summary>
/// <param name="Edtf">The EDTF string, kept verbatim.</param>
/// <param name="Clock">What EDTF cannot say: a part of the day, an approximate clock time. Kept verbatim.</param>
/// <param name="Zone">IANA zone in which the date and the clock are read; UTC where absent.</param>
public sealed record DateDraft(string Edtf, string? Clock = null, string? Zone = null);
