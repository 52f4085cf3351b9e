namespace Archive.IntegrationTests.Exports;

/// <summary>A PROV document, whatever it was written in, with every name in full.</summary>
internal sealed class ProvModel
{
    public HashSet<string> Entities { get; } = new(StringComparer.Ordinal);

    /// <summary>Activities and when they started.</summary>
    public Dictionary<string, string?> Activities { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Agents { get; } = new(StringComparer.Ordinal);

    /// <summary>Types of things beside the three of PROV.</summary>
    public HashSet<(string Thing, string Type)> Types { get; } = [];

    public List<ProvTie> Ties { get; } = [];

    public IEnumerable<ProvTie> Of(string kind) => Ties.Where(tie => tie.Kind == kind);
}
