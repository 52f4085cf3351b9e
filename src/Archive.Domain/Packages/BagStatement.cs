using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Archive.Domain.Events;
using Archive.Domain.Ledger;

namespace Archive.Domain.Packages;

/// <summary>
/// What an archive signs of a package: against this its events are checked, so that one that is left out is missed. Text of a signed note of two lines: the
/// first keeps it apart from checkpoints, the second is canonical JSON (<c>schemas/package/statement.v1.schema.json</c>).
/// </summary>
/// <param name="Log">The log name as of the entry, as the snapshot's digest has it.</param>
/// <param name="Record">Id of the record.</param>
/// <param name="Entry">As of which entry.</param>
/// <param name="SnapshotDigest">Digest of the record's snapshot, see <see cref="Ledger.SnapshotDigest"/>.</param>
/// <param name="Streams">Revision of the last event of each stream, by name.</param>
/// <param name="Files">SHA-256 of every file of the payload but the statement's own, by path within the bag.</param>
/// <param name="Gone">Digests of captures, texts and kept words that events name and that the archive had erased.</param>
/// <param name="Erased">Numbers of the entries whose words were erased from the log.</param>
public sealed record BagStatement(
    string Log,
    string Record,
    long Entry,
    string SnapshotDigest,
    SortedDictionary<string, long> Streams,
    SortedDictionary<string, string> Files,
    IReadOnlyList<string> Gone,
    IReadOnlyList<long> Erased)
{
    /// <summary>A checkpoint has a number in its second line, and a statement an object: whatever a log is called, neither passes for the other.</summary>
    public const string FirstLine = "archive-statement/v1";

    public string ToText() => $"{FirstLine}\n{Encoding.UTF8.GetString(CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(ToJson(), ArchiveJson.Options)))}\n";

    /// <param name="text">Text of a signed note.</param>
    /// <param name="statement">The statement, of which nothing is verified yet.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out BagStatement? statement)
    {
        statement = null;
        if (text.Split('\n') is not [FirstLine, { Length: > 0 } line, ""])
            return false;
        try
        {
            if (JsonSerializer.Deserialize<Stored>(line, ArchiveJson.Options) is not { V: 1 } read
                || !ArchiveId.IsValid(read.Record) || read.Entry < 1 || !Sha256Digest.TryParse(read.SnapshotDigest, out _))
                return false;
            var parsed = new BagStatement(
                read.Log,
                read.Record,
                read.Entry,
                read.SnapshotDigest,
                new SortedDictionary<string, long>(read.Streams, StringComparer.Ordinal),
                new SortedDictionary<string, string>(read.Files, StringComparer.Ordinal),
                read.Gone,
                read.Erased);
            // One form only.
            if (parsed.ToText() == text)
                statement = parsed;
        }
        catch (Exception e) when (e is JsonException or CanonicalJsonException)
        {
        }

        return statement is not null;
    }

    private Stored ToJson() => new(1, Log, Record, Entry, SnapshotDigest, Streams, Files, [.. Gone.Order(StringComparer.Ordinal)], [.. Erased.Order()]);

    private sealed record Stored(
        int V,
        string Log,
        string Record,
        long Entry,
        string SnapshotDigest,
        IDictionary<string, long> Streams,
        IDictionary<string, string> Files,
        string[] Gone,
        long[] Erased);
}
