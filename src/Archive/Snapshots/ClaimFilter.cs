using Archive.Domain.Claims;

namespace Archive.Snapshots;

/// <summary>Which claims are asked for; what is absent does not matter.</summary>
/// <param name="Kind">Of this kind.</param>
/// <param name="Person">That name this person or organisation: an id, a name or an alias.</param>
/// <param name="Place">That took place here: an id, a name or an alias.</param>
/// <param name="Status">Of this status.</param>
/// <param name="Source">That cite this source, or one merged into it.</param>
/// <param name="Words">Whose text has these words, whatever their case and accents.</param>
/// <param name="Occurred">That occurred then.</param>
public sealed record ClaimFilter(
    ClaimKind? Kind = null,
    string? Person = null,
    string? Place = null,
    ClaimStatus? Status = null,
    string? Source = null,
    string? Words = null,
    OccurredFilter? Occurred = null)
{
    public static readonly ClaimFilter None = new();
}
