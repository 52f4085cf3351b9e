using Archive.Domain.Packages;
using Archive.Domain.Sources;

namespace Archive.Packages;

/// <summary>What the events of a package name beside themselves.</summary>
internal sealed class NamedContents
{
    /// <summary>Captures by their digest, with the line of the event that names each first.</summary>
    public Dictionary<string, (Capture Capture, long Line)> Captures { get; } = new(StringComparer.Ordinal);

    /// <summary>Salted digests of kept words.</summary>
    public HashSet<string> Kept { get; } = new(StringComparer.Ordinal);

    public List<(NamedQuote Quote, string File, long Line)> Quotes { get; } = [];
}
