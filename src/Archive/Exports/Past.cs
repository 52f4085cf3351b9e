using Archive.Projection;
using Archive.Snapshots;

namespace Archive.Exports;

/// <summary>Everything that something was, up to a moment.</summary>
/// <param name="Versions">Its versions in entry order, at least one.</param>
/// <param name="Events">The entries that brought the versions about, by their numbers.</param>
internal abstract record Past<TVersion>(IReadOnlyList<TVersion> Versions, IReadOnlyDictionary<long, EventView> Events)
    where TVersion : class, IVersion
{
    /// <summary>What it is as of the moment.</summary>
    public TVersion Current => Versions[^1];
}
