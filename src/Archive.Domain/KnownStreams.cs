namespace Archive.Domain;

/// <summary>Which of the streams that a command names were found missing. Advisory: no rule spans two streams.</summary>
public sealed class KnownStreams(IReadOnlySet<string> missing)
{
    /// <summary>Every stream is taken to exist.</summary>
    public static readonly KnownStreams All = new(new HashSet<string>(StringComparer.Ordinal));

    public bool Missing(string stream) => missing.Contains(stream);
}
