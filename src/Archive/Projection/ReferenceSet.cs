using Archive.Ledger;

namespace Archive.Projection;

/// <summary>The references between streams that a batch makes. One that was there long before may be among them: the first stays.</summary>
internal sealed class ReferenceSet(RecentKeys known)
{
    private readonly List<StreamReference> _made = [];

    public IReadOnlyList<StreamReference> Made => _made;

    public void Reach(string from, string to, long entry)
    {
        var id = StreamReference.IdOf(from, to);
        if (known.Add(id))
            _made.Add(new StreamReference { Id = id, FromStream = from, ToStream = to, FirstEntry = entry });
    }
}
