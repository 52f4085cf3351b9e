using Archive.Records;

namespace Archive.Exports;

/// <summary>A record with its past.</summary>
internal sealed record RecordPast(IReadOnlyList<RecordVersion> Versions, IReadOnlyDictionary<long, string> Actors) : Past<RecordVersion>(Versions, Actors);
