using Archive.Projection;

namespace Archive.Exports;

/// <summary>Everything that something was, up to a moment.</summary>
/// <param name="Versions">Its versions in entry order, at least one.</param>
/// <param name="Actors">Opaque ids of whoever brought the versions about, by their entries.</param>
internal abstract record Past<TVersion>(IReadOnlyList<TVersion> Versions, IReadOnlyDictionary<long, string> Actors)
    where TVersion : class, IVersion
{
    /// <summary>What it is as of the moment.</summary>
    public TVersion Current => Versions[^1];
}
