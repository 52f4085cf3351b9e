using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Proofs;
using Archive.Domain.Packages;
using Archive.Domain.Sources;
using Archive.Ledger;

namespace Archive.Packages;

/// <summary>Goes once through events and proofs: form, leaf, proof, order, revisions, stream digests and the fold, a line at a time.</summary>
internal sealed class EventChecks(SignedParts signed, BagFindings findings)
{
    private readonly Dictionary<string, (long Revision, Sha256Digest Digest)> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _references = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unfolded = new(StringComparer.Ordinal);
    private readonly List<long> _erased = [];
    private long _last;

    public SnapshotStates States { get; } = new();

    public NamedContents Contents { get; } = new();

    /// <summary>Numbers of the entries, for what is derived from them.</summary>
    public HashSet<long> Entries { get; } = [];

    public long Count { get; private set; }

    public int StreamCount => _streams.Count;

    public IReadOnlyList<long> Erased => _erased;

    public DateTimeOffset? RecordedAt { get; private set; }

    public string? SnapshotDigest { get; private set; }

    public async Task RunAsync(BagTree tree, CancellationToken cancellationToken)
    {
        if (tree.Files.GetValueOrDefault(BagNames.Events) is not { } events)
            return;
        try
        {
            await using var lines = new BagLines(events, ProvenEvent.MaxLength, findings);
            await using var proofs = tree.Files.GetValueOrDefault(BagNames.Proofs) is { } found ? new BagLines(found, BagProof.MaxLength, findings) : null;
            while (await lines.ReadAsync(cancellationToken) is { } line)
                Check(line, lines.Number, proofs is null ? null : await proofs.ReadAsync(cancellationToken));
            if (proofs is not null && await proofs.ReadAsync(cancellationToken) is not null)
                findings.Add(BagCheck.Proof, BagNames.Proofs, proofs.Number, "There are more proofs than events.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(BagCheck.Layout, BagNames.Events, $"It cannot be read: {e.Message}");
        }
    }

    /// <summary>What the statement says of the events, which nothing in these themselves can show.</summary>
    public void CheckAgainstStatement()
    {
        if (signed.Statement is not { } statement)
            return;
        foreach (var (stream, revision) in statement.Streams)
        {
            if (!_streams.TryGetValue(stream, out var found))
                findings.Add(BagCheck.Statement, BagNames.Events, $"The stream {stream} is missing; its last revision was {revision} when the package was signed.");
            else if (found.Revision != revision)
                findings.Add(BagCheck.Statement, BagNames.Events, $"The stream {stream} ends with revision {found.Revision}; it was {revision} when the package was signed.");
        }

        foreach (var stream in _streams.Keys.Where(stream => !statement.Streams.ContainsKey(stream)))
            findings.Add(BagCheck.Statement, BagNames.Events, $"The stream {stream} is not in the statement.");
        if (_last > statement.Entry)
            findings.Add(BagCheck.Statement, BagNames.Events, $"It has entry {_last}, and the statement is as of entry {statement.Entry}.");
        if (!_erased.SequenceEqual(statement.Erased))
            findings.Add(BagCheck.Statement, BagNames.Events, "The events in their erased form are not those of the statement.");
        CheckReach(statement.Record);
        SnapshotDigest = Domain.Ledger.SnapshotDigest.Of(statement.Log, statement.Record, statement.Entry, _streams.Select(stream => KeyValuePair.Create(stream.Key, stream.Value.Digest))).ToString();
        if (SnapshotDigest != statement.SnapshotDigest)
            findings.Add(BagCheck.Statement, BagNames.Statement, $"The digest of its events' snapshot is {SnapshotDigest}; the statement says {statement.SnapshotDigest}.");
    }

    /// <summary>A package holds the record, its claims, and what these reach: nothing else.</summary>
    private void CheckReach(string record)
    {
        var own = StreamName.OfRecord(record);
        if (!_streams.ContainsKey(own))
            findings.Add(BagCheck.Event, BagNames.Events, $"It has no event of the record's own stream, {own}.");
        var reached = new HashSet<string>(StringComparer.Ordinal) { own };
        var next = new Queue<string>([own]);
        while (next.TryDequeue(out var stream))
        {
            foreach (var to in _references.GetValueOrDefault(stream, []).Where(reached.Add))
                next.Enqueue(to);
        }

        foreach (var stream in _streams.Keys.Where(stream => !reached.Contains(stream) && !stream.StartsWith(StreamName.OfClaim(record) + "/", StringComparison.Ordinal)))
            findings.Add(BagCheck.Event, BagNames.Events, $"The record does not reach the stream {stream}.");
    }

    private void Check(ReadOnlyMemory<byte> line, int number, ReadOnlyMemory<byte>? proofLine)
    {
        if (!ProvenEvent.TryParse(line.Span, out var proven, out var problem))
        {
            findings.Add(BagCheck.Event, BagNames.Events, number, problem);
            return;
        }

        Count++;
        Entries.Add(proven.Entry);
        if (proven.Entry <= _last)
            findings.Add(BagCheck.Event, BagNames.Events, number, $"Entry {proven.Entry} follows entry {_last}: they stand in the order of their numbers, each once.");
        if (RecordedAt is { } before && proven.RecordedAt <= before && proven.Entry > _last)
            findings.Add(BagCheck.Event, BagNames.Events, number, "It was recorded no later than the entry before it.");
        (_last, RecordedAt) = (Math.Max(_last, proven.Entry), proven.RecordedAt);
        Sha256Digest leaf;
        try
        {
            leaf = proven.ToLeaf().ToHash();
        }
        catch (Exception e) when (e is ArgumentException or CanonicalJsonException)
        {
            findings.Add(BagCheck.Event, BagNames.Events, number, $"It has no leaf: {e.Message}");
            return;
        }

        CheckProof(proven.Entry, leaf, number, proofLine);
        Follow(proven, leaf, number);
        Fold(proven, number);
    }

    private void CheckProof(long entry, Sha256Digest leaf, int number, ReadOnlyMemory<byte>? proofLine)
    {
        if (proofLine is not { } line)
            findings.Add(BagCheck.Proof, BagNames.Proofs, number, $"There is no proof of entry {entry}.");
        else if (!BagProof.TryParse(line.Span, out var proof))
            findings.Add(BagCheck.Proof, BagNames.Proofs, number, "The line is no proof: canonical JSON of an entry and its hashes.");
        else if (proof.Entry != entry)
            findings.Add(BagCheck.Proof, BagNames.Proofs, number, $"It is of entry {proof.Entry}, and line {number} of the events is entry {entry}.");
        else if (signed.Checkpoint is { } checkpoint && !proof.ToProof(checkpoint.Size).Proves(leaf, checkpoint.Root))
            findings.Add(BagCheck.Proof, signed.IsChanged(BagNames.Proofs) && !signed.IsChanged(BagNames.Events) ? BagNames.Proofs : BagNames.Events, number, $"Entry {entry}, with the leaf {leaf}, is not in the checkpoint's tree by line {number} of {BagNames.Proofs}: the event or its proof was changed.");
    }

    private void Follow(ProvenEvent proven, Sha256Digest leaf, int number)
    {
        var stream = proven.Metadata.Stream;
        var (revision, digest) = _streams.GetValueOrDefault(stream, (-1, StreamDigest.Beginning));
        if (proven.Metadata.Revision != revision + 1)
            findings.Add(BagCheck.Event, BagNames.Events, number, $"Revision {proven.Metadata.Revision} of the stream {stream} follows {(revision < 0 ? "none" : $"revision {revision}")}: events are missing, or out of order.");
        _streams[stream] = (proven.Metadata.Revision, StreamDigest.Next(digest, leaf));
        foreach (var (from, to) in StreamReferences.Of(stream, proven.Metadata.Refs))
        {
            if (!_references.TryGetValue(from, out var reached))
                _references[from] = reached = new HashSet<string>(StringComparer.Ordinal);
            reached.Add(to);
        }
    }

    /// <summary>A fold may fail in any way on events that no archive decided: then it is told, once a stream.</summary>
    private void Fold(ProvenEvent proven, int number)
    {
        var stream = proven.Metadata.Stream;
        try
        {
            var happened = proven.Happened();
            if (proven.Erased is not null)
                _erased.Add(proven.Entry);
            else if (happened is SourceCaptured { Capture: var capture })
                Contents.Captures.TryAdd(capture.Digest, (capture, number));
            if (!_unfolded.Contains(stream))
                States.Evolve(stream, happened);
            if (proven.Data.Span.IndexOf("\"kept\""u8) < 0)
                return;
            using var json = JsonDocument.Parse(proven.Data);
            NamedWords.Find(json.RootElement, digest => Contents.Kept.Add(digest), quote => Contents.Quotes.Add((quote, BagNames.Events, number)));
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            if (_unfolded.Add(stream))
                findings.Add(BagCheck.Event, BagNames.Events, number, $"This build cannot make the stream's state from it: {e.Message}");
        }
    }
}
