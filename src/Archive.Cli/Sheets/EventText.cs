using Archive.Cli.Display;
using Archive.Ledger;
using Archive.Provenance;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>An entry of the ledger in one line.</summary>
internal static class EventText
{
    public static Line Of(EventView entry, Names names) => Of(entry.Entry, entry.Type, entry.RecordedAt, ActorText.Of(entry, names), entry.Erased);

    public static Line WithLeaf(TrailEvent entry, Names names) =>
        Of(entry.Entry, entry.Type, entry.RecordedAt, ActorText.Of(entry.Actor, entry.Through, names), entry.Erased) + Line.Of($"  leaf {entry.LeafHash}", Tone.Quiet);

    private static Line Of(long entry, string type, DateTimeOffset recordedAt, string by, EntryErasure? erased) =>
        [new Span($"entry {entry}", Tone.Strong), $"  {type}  recorded {MomentText.Recorded(recordedAt)}  by {by}", .. ErasedText.Of(erased)];
}
