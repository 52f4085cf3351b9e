using Archive.Domain;

namespace Archive.Dossiers;

/// <summary>
/// Reads the fields of one thing. Whatever is wrong is noted with its place, and reading goes on; at the end, fields that nobody asked for are
/// noted too.
/// </summary>
internal sealed class FieldReader(MapNode node, string what, DossierErrors errors)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public MapNode Node => node;

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Where the field's value begins.</summary>
    public DossierPlace PlaceOf(string name) => Find(name)?.At ?? node.At;

    /// <summary>The field's value; null where it is absent or has nothing in it.</summary>
    public DossierNode? Find(string name)
    {
        _asked.Add(name);
        return node[name] is { } found and not TextNode { Value: null } ? found : null;
    }

    public string? Text(string name) => Find(name) switch
    {
        null => null,
        TextNode text => text.Value,
        var other => Fail<string>(other, $"'{name}' is a text. If it holds ': ', '[' or '{{', put it in quotes."),
    };

    public string RequiredText(string name)
    {
        if (Find(name) is null)
            Missing(name);
        return Text(name) ?? "";
    }

    public string? Id(string name) => Text(name) is { } id ? CheckId(id, PlaceOf(name)) : null;

    public string RequiredId(string name)
    {
        var id = RequiredText(name);
        return id.Length == 0 ? DossierIndex.StandIn : CheckId(id, PlaceOf(name));
    }

    public bool Flag(string name)
    {
        if (Find(name) is not { } found)
            return false;
        if (found is TextNode { Value: "true" or "false" } flag)
            return flag.Value == "true";
        errors.Add(found.At, $"'{name}' is true or false.");
        return false;
    }

    public int? Number(string name)
    {
        if (Find(name) is not { } found)
            return null;
        if (found is TextNode { Value: { } text } && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return number;
        errors.Add(found.At, $"'{name}' is a number.");
        return null;
    }

    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } word)
            return null;
        if (Words<T>.TryRead(word, out var value))
            return value;
        errors.Add(PlaceOf(name), $"'{Shown(word)}' is none of the words for '{name}': {string.Join(", ", Words<T>.All)}.{Nearest.Hint(word, Words<T>.All)}");
        return null;
    }

    public T RequiredChoice<T>(string name)
        where T : struct, Enum
    {
        if (Find(name) is null)
            Missing(name, $" Write one of {string.Join(", ", Words<T>.All)}.");
        return Choice<T>(name) ?? default;
    }

    /// <summary>A list; a single value stands for a list of one.</summary>
    public IReadOnlyList<DossierNode> List(string name) => Find(name) switch
    {
        null => [],
        ListNode list => list.Items,
        var single => [single],
    };

    public ValueList<string> Texts(string name) => List(name).Select(item => TextOf(item, $"an item of '{name}'")).ToValueList();

    public string TextOf(DossierNode item, string named)
    {
        if (item is TextNode { Value: { } text })
            return text;
        errors.Add(item.At, item is TextNode ? $"Nothing is written here; {named} is a text." : $"{char.ToUpperInvariant(named[0])}{named[1..]} is a text; put it in quotes if it holds ': ', '[' or '{{'.");
        return "";
    }

    public void Missing(string name, string hint = "") => errors.Add(node.At, $"{what} needs '{name}'.{hint}");

    /// <summary>Notes the fields that nobody asked for.</summary>
    public void Done()
    {
        foreach (var field in node.Fields.Where(field => !_asked.Contains(field.Name)))
            errors.Add(field.At, $"{what} has no field '{Shown(field.Name)}'.{Nearest.Hint(field.Name, _asked)} Its fields are: {string.Join(", ", _asked)}.");
    }

    public string CheckId(string id, DossierPlace at)
    {
        if (!ArchiveId.IsValid(id))
            errors.Add(at, $"'{Shown(id)}' is not an id: write {ArchiveId.Form}.");
        return ArchiveId.IsValid(id) ? id : DossierIndex.StandIn;
    }

    internal static string Shown(string text) => text.Length <= 80 ? text : text[..79] + "…";

    private T? Fail<T>(DossierNode at, string message)
        where T : class
    {
        errors.Add(at.At, message);
        return null;
    }
}
