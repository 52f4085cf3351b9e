using Archive.Domain.Evidence;

namespace Archive.Domain;

/// <summary>
/// What was found of the streams that a command names: which are missing, and what was captured of its sources. Advisory: no rule spans two streams.
/// </summary>
public sealed class KnownStreams(IReadOnlySet<string> missing, IReadOnlyDictionary<string, KnownCaptures>? captures = null)
{
    /// <summary>Every stream is taken to exist, and no source to have captures.</summary>
    public static readonly KnownStreams All = new(new HashSet<string>(StringComparer.Ordinal));

    public bool Missing(string stream) => missing.Contains(stream);

    public KnownCaptures CapturesOf(string source) => captures?.GetValueOrDefault(source) ?? KnownCaptures.None;

    public KnownStreams With(IReadOnlyDictionary<string, KnownCaptures> found) => new(missing, found);
}
