namespace Archive.Projection;

/// <summary>The keys that were seen last: when the young half is full, the old one goes.</summary>
internal sealed class RecentKeys(int half)
{
    private HashSet<string> _young = new(StringComparer.Ordinal);
    private HashSet<string> _old = new(StringComparer.Ordinal);

    /// <returns>Whether the key is not among those remembered; it is from now on.</returns>
    public bool Add(string key)
    {
        if (_young.Contains(key) || _old.Contains(key))
            return false;
        if (_young.Count >= half)
            (_old, _young) = (_young, new HashSet<string>(StringComparer.Ordinal));
        return _young.Add(key);
    }
}
