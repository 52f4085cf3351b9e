using Archive.Domain.Sources;

namespace Archive.Sources;

/// <summary>How reliable a source was said to be, by whom, when and why.</summary>
/// <param name="Reliability">Admiralty code A to F.</param>
/// <param name="Entry">The entry since which it held.</param>
/// <param name="RecordedAt">When that was recorded.</param>
/// <param name="Actor">Opaque id of whoever rated it.</param>
/// <param name="Words">Why, where they said so.</param>
/// <param name="Decided">The editor's own date, in EDTF.</param>
public sealed record SourceRating(Reliability Reliability, long Entry, DateTimeOffset RecordedAt, string Actor, string? Words, string? Decided);
