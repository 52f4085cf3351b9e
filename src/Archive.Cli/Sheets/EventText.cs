using Archive.Cli.Display;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>An entry of the ledger in one line.</summary>
internal static class EventText
{
    public static Line Of(EventView entry, Names names) =>
        [new Span($"entry {entry.Entry}", Tone.Strong), $"  {entry.Type}  recorded {MomentText.Recorded(entry.RecordedAt)}  by {ActorText.Of(entry, names)}", .. ErasedText.Of(entry.Erased)];

    public static Line WithLeaf(EventView entry, Names names) => Of(entry, names) + Line.Of($"  leaf {entry.LeafHash}", Tone.Quiet);
}
