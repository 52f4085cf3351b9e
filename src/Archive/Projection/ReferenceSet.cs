using Archive.Ledger;

namespace Archive.Projection;

/// <summary>The references between streams in a batch: those that were known before it, and those that it makes.</summary>
internal sealed class ReferenceSet
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<StreamReference> _made = [];

    public IReadOnlyList<StreamReference> Made => _made;

    public void Preload(IEnumerable<string> ids) => _known.UnionWith(ids);

    public void Reach(string from, string to, long entry)
    {
        var id = StreamReference.IdOf(from, to);
        if (_known.Add(id))
            _made.Add(new StreamReference { Id = id, FromStream = from, ToStream = to, FirstEntry = entry });
    }
}
