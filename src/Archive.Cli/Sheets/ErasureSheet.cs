using Archive.Cli.Display;
using Archive.Domain;
using Archive.Domain.Erasures;
using Archive.Evidence;

namespace Archive.Cli.Sheets;

/// <summary>What became of orders to erase.</summary>
internal static class ErasureSheet
{
    private static readonly string[] Columns = ["entry", "of", "what", "became", "by", "words"];

    public static void Show(IDisplay display, ErasureRecord record)
    {
        display.Fields(
        [
            new("erasure", Line.Of($"{record.Subject}, entry {record.Entry}", Tone.Id)),
            new("outcome", Outcome(record)),
            .. record.Because.Select(why => new Field(record.Outcome == ErasureOutcome.Held ? "held by" : "kept by", Line.Of(why, Tone.Id))),
            .. record.Digests.Select(digest => new Field("destroyed", Line.Of(digest, Tone.Quiet))),
            new("kept words", record.Words == 0 ? null : $"{record.Words} rows with words, and with what they could be guessed by"),
            new("wiped", record.Outcome != ErasureOutcome.Destroyed ? null : record.WipedAt is { } at ? $"out of the database's files {MomentText.Recorded(at)}" : "not yet out of the database's files"),
        ]);
        if (record.Outcome != ErasureOutcome.Destroyed)
            return;
        display.Blank();
        display.Write("Out of the reach of this erasure, and to be seen to by you:");
        foreach (var where in record.OutOfReach)
            display.Write(Line.Of(where, Tone.Caution), 1);
    }

    public static void Show(IDisplay display, ErasureList list)
    {
        display.Fields([new("as of", MomentText.Of(list.AsOf))]);
        display.Blank();
        if (list.Erasures.Items.Count > 0)
            display.Table(Columns, list.Erasures.Items.Select(view => Row(view, list)));
        PageText.Show(display, list.Erasures, "erasures");
    }

    private static IReadOnlyList<IReadOnlyList<Line>> Row(ErasureView view, ErasureList list) =>
    [
        [$"{view.Event.Entry}"],
        [Line.Of(view.Event.Stream, Tone.Id)],
        [ErasureText.What(view.Erasure)],
        [view.Record is { } record ? Outcome(record) : "pending"],
        [ActorText.Of(view.Event.Actor, list.Names)],
        [$"{Kebab.Of(view.Erasure.Reason)}, {view.Erasure.LegalReference}: {view.Words}"],
    ];

    private static Line Outcome(ErasureRecord record) => record.Outcome switch
    {
        ErasureOutcome.Destroyed => Line.Of("destroyed", Tone.Good),
        ErasureOutcome.Held => Line.Of("nothing was destroyed: a hold stands before the order", Tone.Caution),
        ErasureOutcome.Shared => Line.Of("nothing was destroyed: another source has the same bytes; erase them there too", Tone.Caution),
        _ => Line.Of("pending: whoever projects carries it out", Tone.Caution),
    };
}
