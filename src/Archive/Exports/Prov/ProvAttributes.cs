using System.Text.Json;

namespace Archive.Exports.Prov;

/// <summary>Attributes of a thing or relation, in the order in which they were added; a name may have several values.</summary>
internal sealed class ProvAttributes : List<KeyValuePair<string, ProvValue>>
{
    public const string Type = "prov:type";
    public const string Label = "prov:label";

    /// <summary>Values by name, names in the order in which they first came.</summary>
    public IEnumerable<IGrouping<string, ProvValue>> ByName => this.GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>Under a term of the archive's, where there is a value.</summary>
    public ProvAttributes Add(string term, ProvValue? value)
    {
        if (value is not null)
            base.Add(new(ExportIris.Term(term), value));
        return this;
    }

    public ProvAttributes Add(string term, string? text) => Add(term, text is null ? null : ProvValue.Of(text));

    /// <summary>A word of a closed list.</summary>
    public ProvAttributes Add<T>(string term, T? word)
        where T : struct, Enum => Add(term, word is { } value ? Word(value.ToString()) : null);

    public ProvAttributes Typed(string term) => Standard(Type, ProvValue.Name(ExportIris.Term(term)));

    /// <summary>Under a name of PROV's own.</summary>
    public ProvAttributes Standard(string name, ProvValue? value)
    {
        if (value is not null)
            base.Add(new(name, value));
        return this;
    }

    private static string Word(string name) => name.Length == 1 ? name : JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
