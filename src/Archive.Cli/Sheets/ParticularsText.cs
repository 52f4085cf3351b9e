using Archive.Cli.Display;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>What a claim's kind adds, with names for ids. A new kind is one more case.</summary>
internal static class ParticularsText
{
    public static IEnumerable<Field> Fields(Particulars particulars, Names names)
    {
        Line? People(IReadOnlyCollection<string> ids) => ids.Count == 0 ? null : Line.Join(", ", ids.Select(id => Name(id, names)));
        yield return new(WhoIs(particulars), People(particulars.Principals));
        foreach (var field in particulars switch
        {
            Arrival arrival => [new("met by", People(arrival.MetBy))],
            Departure departure => [new("seen off by", People(departure.SeenOffBy))],
            Meeting meeting => [new("format", meeting.Format), new("subjects", meeting.Subjects.Count == 0 ? null : string.Join("; ", meeting.Subjects))],
            Signing signing => signing.Documents.Select(document => new Field("document", string.Join(" | ", document.Titles.Select(Text)))),
            Statement statement =>
            [
                new("addressed to", People(statement.AddressedTo)),
                new("medium", statement.Medium),
                new("the very words", statement.Words is { } words ? Text(words) : null),
            ],
            Reaction reaction => [new("to", reaction.To), new("attitude", reaction.Attitude)],
            _ => Array.Empty<Field>(),
        })
        {
            yield return field;
        }

        yield return new("place", particulars.Place is { } place ? Name(place, names) : null);
    }

    public static Line Name(string id, Names names)
    {
        var name = names.OfAuthority(id);
        return name == id ? Line.Of(id, Tone.Id) : [name, new Span($" ({id})", Tone.Id)];
    }

    private static string Text(LanguageText words) => $"{words.Text} ({words.Language})";

    private static string WhoIs(Particulars particulars) => particulars switch
    {
        Signing => "signatories",
        Statement => "speaker",
        Meeting => "participants",
        _ => "who",
    };
}
