using Archive.Snapshots;
using Archive.Sources;

namespace Archive.Exports;

/// <summary>A source with its past.</summary>
internal sealed record SourcePast(IReadOnlyList<SourceVersion> Versions, IReadOnlyDictionary<long, EventView> Events) : Past<SourceVersion>(Versions, Events);
