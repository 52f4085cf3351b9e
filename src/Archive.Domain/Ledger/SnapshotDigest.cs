using System.Security.Cryptography;

namespace Archive.Domain.Ledger;

/// <summary>
/// The digest of a record as of an entry: SHA-256(JCS({v: 1, log, record, entry, leaves})). Takes the leaf hashes one by one and keeps none of them,
/// so that a record of any size can be digested. Dispose it; it is good for one digest.
/// </summary>
public sealed class SnapshotDigest : IDisposable
{
    private const int FlushAt = 16 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly PooledBytes _pending = new(FlushAt + 1024);
    private readonly string _log;
    private readonly string _record;
    private bool _any;
    private bool _finished;

    /// <param name="log">The log name, the first line of its checkpoints.</param>
    /// <param name="record">The record's id.</param>
    /// <param name="entry">The entry as of which the record is taken, from 1 to 2^53 - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The entry is out of range.</exception>
    public SnapshotDigest(string log, string record, long entry)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(record);
        (_log, _record) = (log, record);
        var json = new CanonicalObject(_pending);
        json.Member("entry"u8, CanonicalObject.Integer(entry, 1, nameof(entry)));
        json.Name("leaves"u8);
        _pending.Append((byte)'[');
    }

    /// <summary>Adds the next leaf hash. The caller gives them in entry order; a hash does not tell.</summary>
    /// <exception cref="InvalidOperationException">The digest is finished.</exception>
    public void Append(Sha256Digest leafHash)
    {
        if (_finished) throw new InvalidOperationException("The snapshot's digest is finished.");
        if (_any) _pending.Append((byte)',');
        _any = true;
        leafHash.AppendQuoted(_pending);
        if (_pending.Length >= FlushAt) Flush();
    }

    /// <exception cref="InvalidOperationException">The digest is finished already.</exception>
    /// <exception cref="ArgumentException">The log's name or the record's id has a lone surrogate.</exception>
    public Sha256Digest Finish()
    {
        if (_finished) throw new InvalidOperationException("The snapshot's digest is finished.");
        _finished = true;
        _pending.Append("],\"log\":"u8);
        CanonicalText.Append(_log, _pending);
        _pending.Append(",\"record\":"u8);
        CanonicalText.Append(_record, _pending);
        _pending.Append(",\"v\":1}"u8);
        Flush();
        Span<byte> digest = stackalloc byte[Sha256Digest.Length];
        _hash.GetHashAndReset(digest);
        return new Sha256Digest(digest);
    }

    /// <summary>All at once, of leaf hashes in entry order.</summary>
    /// <exception cref="ArgumentException">The entry is out of range, or a text has a lone surrogate.</exception>
    public static Sha256Digest Of(string log, string record, long entry, IEnumerable<Sha256Digest> leaves)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        using var digest = new SnapshotDigest(log, record, entry);
        foreach (var leaf in leaves) digest.Append(leaf);
        return digest.Finish();
    }

    public void Dispose()
    {
        _hash.Dispose();
        _pending.Dispose();
    }

    private void Flush()
    {
        _hash.AppendData(_pending.Written);
        _pending.Truncate(0);
    }
}
