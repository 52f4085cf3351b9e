using Archive.Sources;

namespace Archive.Exports;

/// <summary>A source with its past.</summary>
internal sealed record SourcePast(IReadOnlyList<SourceVersion> Versions, IReadOnlyDictionary<long, string> Actors) : Past<SourceVersion>(Versions, Actors);
