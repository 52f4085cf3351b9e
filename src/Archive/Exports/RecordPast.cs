using Archive.Records;
using Archive.Snapshots;

namespace Archive.Exports;

/// <summary>A record with its past.</summary>
internal sealed record RecordPast(IReadOnlyList<RecordVersion> Versions, IReadOnlyDictionary<long, EventView> Events) : Past<RecordVersion>(Versions, Events);
