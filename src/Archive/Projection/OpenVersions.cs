namespace Archive.Projection;

/// <summary>
/// The open versions that were touched last, by stream, so that a stream that is changed again need not be read again. Kept in two halves: when the
/// young half is full, the old one goes. What was found or put stays while versions of fewer than <paramref name="half"/> other streams are.
/// </summary>
/// <param name="half">How many versions each half holds.</param>
/// <param name="spill">Where versions go that are no longer kept; null where they are in the database anyway.</param>
internal sealed class OpenVersions<TVersion>(int half, VersionSpill<TVersion>? spill) : IDisposable
    where TVersion : class, IVersion
{
    private Dictionary<string, TVersion> _young = new(StringComparer.Ordinal);
    private Dictionary<string, TVersion> _old = new(StringComparer.Ordinal);

    public TVersion? Find(string stream)
    {
        if (_young.TryGetValue(stream, out var version))
            return version;
        if (!_old.Remove(stream, out version))
            version = spill?.Take(stream);
        if (version is not null)
            Put(version);
        return version;
    }

    /// <summary>Keeps a version in place of the one that its stream had.</summary>
    public void Put(TVersion version)
    {
        _old.Remove(version.Stream);
        _young[version.Stream] = version;
        if (_young.Count < half)
            return;
        foreach (var aged in _old.Values)
            spill?.Put(aged);
        _old = _young;
        _young = new(half, StringComparer.Ordinal);
    }

    /// <summary>Every open version, spilt ones included; none is to be looked for afterwards.</summary>
    public IEnumerable<TVersion> All() => _old.Values.Concat(_young.Values).Concat(spill?.ReadAll() ?? []);

    public void Dispose() => spill?.Dispose();
}
