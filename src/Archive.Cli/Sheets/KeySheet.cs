using Archive.Access;
using Archive.Cli.Display;
using Archive.Cli.Verbs.Access;

namespace Archive.Cli.Sheets;

/// <summary>API keys.</summary>
internal static class KeySheet
{
    private static readonly string[] Columns = ["prefix", "actor", "issued", "stands", "last use", "words"];

    public static void Show(IDisplay display, IssuedKey issued)
    {
        display.Fields(
        [
            new("key", Line.Of(issued.Key, Tone.Strong)),
            new("id", Line.Of(issued.Id, Tone.Id)),
            new("actor", Line.Of(issued.Actor, Tone.Id)),
            new("expires", issued.Expires is { } at ? MomentText.Recorded(at) : "never"),
        ]);
        display.Write(Line.Of("This is the only time that the key is shown. Keep it in a file of yours alone, and name that by ARCHIVE_KEY_FILE.", Tone.Caution));
    }

    public static void Show(IDisplay display, KeyList list)
    {
        display.Fields([new("as of", MomentText.Of(list.AsOf))]);
        display.Blank();
        if (list.Keys.Items.Count > 0)
            display.Table(Columns, list.Keys.Items.Select(key => Row(key, list)));
        PageText.Show(display, list.Keys, "keys");
    }

    private static IReadOnlyList<IReadOnlyList<Line>> Row(KeyView key, KeyList list) =>
    [
        [Line.Of(key.Prefix, Tone.Id)],
        [ActorText.Of(key.Actor, list.Names)],
        [MomentText.Recorded(key.IssuedAt)],
        [Stands(key)],
        [key.LastUse is { } used ? MomentText.Recorded(used) : "never"],
        [key.Words ?? ""],
    ];

    private static Line Stands(KeyView key) => key switch
    {
        { Revoked: { } at } => Line.Of($"revoked {MomentText.Recorded(at)}", Tone.Bad),
        { Expires: { } at } => $"expires {MomentText.Recorded(at)}",
        _ => "does not expire",
    };
}
