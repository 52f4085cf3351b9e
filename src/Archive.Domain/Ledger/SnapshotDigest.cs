namespace Archive.Domain.Ledger;

/// <summary>
/// The digest of a record as of an entry: SHA-256(JCS({v: 2, log, record, entry, streams})), with <c>streams</c> an object that has, under the name
/// of each stream that the record reaches, its <see cref="StreamDigest"/> as of that entry.
/// </summary>
public static class SnapshotDigest
{
    /// <param name="log">The log name, the first line of its checkpoints.</param>
    /// <param name="record">The record's id.</param>
    /// <param name="entry">The entry as of which the record is taken, from 1 to 2^53 - 1.</param>
    /// <param name="streams">Names of the streams and their digests, in any order. The names are plain: nothing in them needs an escape.</param>
    /// <exception cref="ArgumentException">The entry is out of range, a stream stands twice, or a text has a lone surrogate.</exception>
    public static Sha256Digest Of(string log, string record, long entry, IEnumerable<KeyValuePair<string, Sha256Digest>> streams)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(streams);
        var sorted = streams.ToArray();
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        using var output = new PooledBytes(256 + (sorted.Length * 128));
        var json = new CanonicalObject(output);
        json.Member("entry"u8, CanonicalObject.Integer(entry, 1, nameof(entry)));
        json.Member("log"u8, log);
        json.Member("record"u8, record);
        json.Name("streams"u8);
        AppendTo(output, sorted);
        json.Member("v"u8, 2);
        json.End();
        return Sha256Digest.Of(output.Written);
    }

    private static void AppendTo(PooledBytes output, KeyValuePair<string, Sha256Digest>[] sorted)
    {
        output.Append((byte)'{');
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && sorted[i].Key == sorted[i - 1].Key)
                throw new ArgumentException($"The stream {sorted[i].Key} stands twice.", nameof(sorted));
            if (i > 0)
                output.Append((byte)',');
            CanonicalText.Append(sorted[i].Key, output);
            output.Append((byte)':');
            sorted[i].Value.AppendQuoted(output);
        }

        output.Append((byte)'}');
    }
}
