using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.Domain.Evidence;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Proofs;
using Archive.Domain.Ledger.Trees;
using Archive.Domain.Packages;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Exports;
using Archive.Packages;

namespace Archive.Tests.Packages;

/// <summary>A package that no archive wrote: a record with one captured source and as many claims as are asked for, each quoting it. Every claim is cited once more.</summary>
internal sealed class PackageSample : IDisposable
{
    public const string Log = "archive.example/log";

    private const string Text = "They landed at Vnukovo in the early afternoon 🛬 of that day.\n";

    private readonly List<ProvenEvent> _events = [];
    private readonly List<BagKept> _kept = [];
    private readonly Dictionary<string, long> _revisions = [];
    private readonly GrowingTree _tree = new();

    private PackageSample() => Folder = Path.Combine(Directory.CreateTempSubdirectory("archive-package-").FullName, "bag");

    public string Folder { get; }

    public SigningKey Key { get; } = new(Log, NoteKeyType.Ed25519, SHA256.HashData("a seed for tests"u8));

    public VerifierKey Verifier => Key.Verifier;

    public static async Task<PackageSample> WriteAsync(int claims, Action<PackageSample>? spoil = null)
    {
        var sample = new PackageSample();
        var bytes = Encoding.UTF8.GetBytes(Text);
        var digest = Sha256Digest.Of(bytes).ToString();
        sample.Add(new RecordOpened("r", new RecordDescription("A record", null, null, [], null, null)));
        sample.Add(new SourceRegistered("s", JsonSerializer.Deserialize<SourceDescription>("""{"kind":"encyclopedia","title":"T","titleSupplied":false,"weak":false}""", ArchiveJson.Options)!));
        sample.Add(new SourceCaptured("s", new Capture(digest, bytes.Length, "text/plain", null, DateTimeOffset.UnixEpoch, "The desk", CaptureMethod.Download, Text: new ExtractedText(digest, new CodePointText(Text).Length, "plain", 1))));
        for (var i = 0; i < claims; i++)
        {
            var content = new ClaimContent($"Claim {i}", new Background([], null), null, null, null, null, []);
            sample.Add(new ClaimRecorded($"r/c{i}", content, [sample.Cite(1, i, digest)]));
            sample.Add(new ClaimCited($"r/c{i}", sample.Cite(2, i + 1, digest)));
            // What stands between in the ledger is other records'.
            sample._tree.Append(Sha256Digest.Of(BitConverter.GetBytes(i)));
        }

        spoil?.Invoke(sample);
        await sample.WriteAsync(bytes, digest);
        return sample;
    }

    /// <summary>Erases the words of an event, as an archive does from its log.</summary>
    public void Erase(int index)
    {
        var proven = _events[index];
        _events[index] = proven with { PayloadSalt = null, Data = Archive.Domain.Erasures.ErasedForm.Write(new(proven.ToPayloadDigest(), default, "Order 7")) };
        _kept.RemoveAll(row => !_events.Exists(other => Encoding.UTF8.GetString(other.Data.Span).Contains(row.Digest, StringComparison.Ordinal)));
    }

    public void Dispose()
    {
        Key.Dispose();
        Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
    }

    private Citation Cite(int number, int seed, string capture)
    {
        var words = JsonDocument.Parse("""{"exact":"landed at Vnukovo"}""").RootElement;
        var salt = SHA256.HashData(BitConverter.GetBytes((seed * 4) + number));
        var kept = KeptDigest.Of(salt, "{\"exact\":\"landed at Vnukovo\"}"u8).ToString();
        if (!_kept.Exists(row => row.Digest == kept))
            _kept.Add(new BagKept(words, kept, salt));
        return new Citation(number, "s", Stance.Supports, CitedPart.All, new Quote(null, QuoteState.Exact, Position: new QuotePosition(5, 22), Capture: capture, Kept: kept), $"20{number:00}", null);
    }

    private void Add(IArchiveEvent happened)
    {
        var entry = _tree.Size + 1;
        var revision = _revisions[happened.Stream] = _revisions.GetValueOrDefault(happened.Stream, -1) + 1;
        var proven = new ProvenEvent(
            entry,
            DateTimeOffset.UnixEpoch.AddSeconds(entry),
            new Guid(SHA256.HashData(BitConverter.GetBytes(entry)).AsSpan(0, 16)),
            EventCatalogue.NameOf(happened),
            new DigestedMetadata(happened.Stream, revision, "someone", new Guid((int)entry, 0, 0, new byte[8]), null, null, happened.References.Distinct().Order(StringComparer.Ordinal).ToArray()),
            SHA256.HashData(BitConverter.GetBytes(entry + 1)),
            SHA256.HashData(BitConverter.GetBytes(entry + 2)),
            EventCatalogue.Serialize(happened));
        _events.Add(proven);
        _tree.Append(proven.ToLeaf().ToHash());
    }

    private async Task WriteAsync(byte[] capture, string digest)
    {
        var checkpoint = new Checkpoint(Log, _tree.Size, _tree.ToRoot());
        var tiles = new TileSet(_tree.Size, _tree.TakeChanges());
        var states = new SnapshotStates();
        foreach (var proven in _events)
            states.Evolve(proven.Metadata.Stream, proven.Happened());
        using var writer = BagWriter.Begin(Folder);
        await writer.WriteAsync(BagNames.Events, Lines(_events.Select(proven => proven.ToJson())), default);
        await writer.WriteAsync(BagNames.Proofs, Lines(_events.Select(proven => BagProof.Of(proven.Entry, InclusionProof.From(proven.Entry - 1, _tree.Size, tiles)).ToJson())), default);
        await writer.WriteAsync(BagNames.Kept, Lines(_kept.OrderBy(row => row.Digest, StringComparer.Ordinal).Select(row => row.ToJson())), default);
        await writer.WriteAsync(BagNames.Snapshot, [.. states.ToJson(Log, "r", _tree.Size).SelectMany(part => part.Bytes)], default);
        await writer.WriteAsync(BagNames.Provenance, JsonSerializer.SerializeToUtf8Bytes(new { activity = _events.ToDictionary(proven => ExportIris.Entry(proven.Entry), _ => new { }) }), default);
        await writer.WriteAsync(BagNames.OfCapture(digest), capture, default);
        await writer.WriteAsync(BagNames.OfText(digest), capture, default);
        await writer.WriteAsync(BagNames.Checkpoint, Encoding.UTF8.GetBytes(new SignedNote(checkpoint.ToText(), [Key.Sign(checkpoint.ToText())]).ToString()), default);
        var streams = _events.GroupBy(proven => proven.Metadata.Stream).ToArray();
        var statement = new BagStatement(
            Log,
            "r",
            _tree.Size,
            SnapshotDigest.Of(Log, "r", _tree.Size, streams.Select(stream => KeyValuePair.Create(stream.Key, StreamDigest.Of(stream.Select(proven => proven.ToLeaf().ToHash()))))).ToString(),
            new SortedDictionary<string, long>(streams.ToDictionary(stream => stream.Key, stream => stream.Max(proven => proven.Metadata.Revision)), StringComparer.Ordinal),
            new SortedDictionary<string, string>(writer.Digests.ToDictionary(), StringComparer.Ordinal),
            [],
            _events.Where(proven => proven.Erased is not null).Select(proven => proven.Entry).ToArray());
        await writer.WriteAsync(BagNames.Statement, Encoding.UTF8.GetBytes(StatementSigning.Sign(statement, Key).ToString()), default);
        writer.Seal(statement);
        writer.Finish();
    }

    private static byte[] Lines(IEnumerable<byte[]> lines) => [.. lines.SelectMany(line => line.Append((byte)'\n'))];
}
