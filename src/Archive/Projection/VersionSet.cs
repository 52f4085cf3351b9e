using Archive.Domain;
using Archive.Ledger;

namespace Archive.Projection;

/// <summary>The versions of one kind of stream in a batch: those that were open before it, and those that it makes.</summary>
internal sealed class VersionSet<TVersion, TState>(Func<string, long, long, TState, Change, TVersion> make)
    where TVersion : Version<TState>
    where TState : class
{
    private readonly Dictionary<string, TVersion> _open = new(StringComparer.Ordinal);
    private readonly List<TVersion> _made = [];
    private readonly List<TVersion> _closed = [];

    /// <summary>New versions, in entry order.</summary>
    public IReadOnlyList<TVersion> Made => _made;

    /// <summary>Versions from before the batch that it closed.</summary>
    public IReadOnlyList<TVersion> Closed => _closed;

    public void Preload(IEnumerable<TVersion> open)
    {
        foreach (var version in open)
            _open.Add(version.Stream, version);
    }

    /// <summary>Closes the version that a stream has and opens the next.</summary>
    public void Evolve(LedgerEntry entry, IArchiveEvent happened, Func<TState?, TState> evolve)
    {
        var before = _open.GetValueOrDefault(entry.Stream);
        var after = make(entry.Stream, entry.Id, before?.FirstEntry ?? entry.Id, evolve(before?.State), Change.Of(happened, entry));
        if (before is not null)
        {
            before.ToEntry = entry.Id;
            if (_made.Count == 0 || before.FromEntry < _made[0].FromEntry)
                _closed.Add(before);
        }

        _open[entry.Stream] = after;
        _made.Add(after);
    }
}
