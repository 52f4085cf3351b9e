using Archive.Domain;
using Archive.Domain.Ledger;
using Archive.Ledger;

namespace Archive.Projection;

/// <summary>The versions of one kind of stream that a batch makes and closes.</summary>
internal sealed class VersionSet<TVersion, TState>(OpenVersions<TVersion> open)
    where TVersion : Version<TState>, new()
    where TState : class
{
    private readonly List<TVersion> _made = [];
    private readonly List<TVersion> _closed = [];

    /// <summary>New versions, in entry order; some are closed already.</summary>
    public IReadOnlyList<TVersion> Made => _made;

    /// <summary>Versions from before the batch that it closed.</summary>
    public IReadOnlyList<TVersion> Closed => _closed;

    /// <summary>Closes the version that a stream has and opens the next.</summary>
    /// <param name="begins">Whether what the stream is about begins only now, whatever stood in the stream before.</param>
    public void Evolve(LedgerEntry entry, IArchiveEvent happened, Func<TState?, TState> evolve, bool begins = false)
    {
        var before = open.Find(entry.Stream);
        var after = new TVersion
        {
            Id = $"{entry.Stream}@{entry.Id}",
            Stream = entry.Stream,
            FromEntry = entry.Id,
            ToEntry = IVersion.Open,
            FirstEntry = begins ? entry.Id : before?.FirstEntry ?? entry.Id,
            StreamDigest = StreamDigest.Next(DigestOf(before), Sha256Digest.Parse(entry.LeafHash)).ToString(),
            State = evolve(before?.State),
            Change = Change.Of(happened, entry),
        };
        if (before is not null)
        {
            before.ToEntry = entry.Id;
            if (_made.Count == 0 || before.FromEntry < _made[0].FromEntry)
                _closed.Add(before);
        }

        open.Put(after);
        _made.Add(after);
    }

    private static Sha256Digest DigestOf(TVersion? version) =>
        version is null ? StreamDigest.Beginning : Sha256Digest.Parse(version.StreamDigest!);
}
