using Archive.Access;
using Archive.Cli.Display;

namespace Archive.Cli.Sheets;

/// <summary>The actors that there are.</summary>
internal static class ActorSheet
{
    private static readonly string[] Columns = ["actor", "kind", "role", "since", "name"];

    public static void Show(IDisplay display, ActorList list)
    {
        display.Fields([new("as of", MomentText.Of(list.AsOf)), new("answer", list.AsOf.Final ? "final" : $"provisional; pin it with --as-of {list.AsOf.Entry}")]);
        display.Blank();
        if (list.Actors.Items.Count > 0)
            display.Table(Columns, list.Actors.Items.Select(Row));
        PageText.Show(display, list.Actors, "actors");
    }

    private static IReadOnlyList<IReadOnlyList<Line>> Row(ActorView actor) =>
    [
        [Line.Of(actor.Id, Tone.Id)],
        [Kebab.Of(actor.Kind)],
        [Kebab.Of(actor.Role)],
        [$"entry {actor.SinceEntry}"],
        [actor.Name ?? ""],
    ];
}
