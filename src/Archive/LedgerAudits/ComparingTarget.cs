using Archive.Domain.Ledger.Trees;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Projection;
using Npgsql;

namespace Archive.LedgerAudits;

/// <summary>
/// Takes the batches of a projector and writes nothing: it compares them with what the generation has. While a batch is compared the next is folded. It
/// remembers as much as a projector does, and so needs the same memory however long the ledger is.
/// </summary>
/// <param name="database">Where the generation is.</param>
/// <param name="generation">The generation.</param>
/// <param name="log">The log that the batches are of.</param>
/// <param name="largestBatch">How many entries are compared at once.</param>
/// <param name="state">Where it goes on.</param>
/// <param name="keys">The keys that signed the tree.</param>
/// <param name="settled">Is told whenever a batch is compared and is as it should be.</param>
internal sealed class ComparingTarget(
    NpgsqlDataSource database, GenerationStore generation, IEventLog log, int largestBatch, LedgerAuditState state, AuditedKeys keys, Func<LedgerAuditState, CancellationToken, Task> settled) : IProjectionTarget
{
    private readonly VersionComparisons _versions = new(generation, state);
    private readonly ReferenceComparison _references = new(database, generation) { Made = state.References };
    private readonly StreamRevisions _revisions = new(database, generation);
    private readonly CheckpointComparison _checkpoints = new(database, keys, state.ToTree(), state.Checkpoints);
    private OpenStreams _open = NewOpenStreams(largestBatch);
    private Task<LedgerDifference?> _comparing = Task.FromResult<LedgerDifference?>(null);
    private LedgerDifference? _misplaced;
    private readonly SortedDictionary<int, Tile> _edge = new(state.Edge.ToDictionary(tile => tile.Level, tile => tile.ToTile()));
    private IReadOnlyList<LedgerEntry> _entries = [];
    private LogPosition _at = state.Head.Position;
    private long _folded = state.Head.Entry;

    public GenerationStore Generation => generation;

    public int LargestBatch => largestBatch;

    /// <summary>The first difference; null where there is none so far.</summary>
    public LedgerDifference? Found { get; private set; }

    /// <summary>The head as of the entries that were compared and found to be as they should be.</summary>
    public LedgerHead Compared { get; private set; } = state.Head;

    /// <summary>The tiles of the tree that are not full.</summary>
    public IReadOnlyList<Tile> Edge => [.. _edge.Values.Where(tile => !tile.Address.IsFull)];

    public Task<LedgerHead> ReadHeadAsync(CancellationToken cancellationToken) => Task.FromResult(Compared);

    /// <summary>That of the audit, which is folded from the log: nothing is taken from the tiles that are compared.</summary>
    public Task<GrowingTree> ReadTreeAsync(LedgerHead head, CancellationToken cancellationToken) => Task.FromResult(state.ToTree());

    public async Task<ProjectionBatch> BeginAsync(IReadOnlyList<LoggedEvent> events, CancellationToken cancellationToken)
    {
        var last = await _revisions.ReadAsync(_folded, events, cancellationToken);
        _misplaced = last.FirstWrong;
        await _versions.LoadAsync(database, _open, last.Entries, cancellationToken);
        return new ProjectionBatch(_open);
    }

    public bool TryForget()
    {
        _open.Dispose();
        _open = NewOpenStreams(largestBatch);
        return true;
    }

    public async Task FlushAsync(ProjectionBatch batch, LedgerHead moved, CancellationToken cancellationToken)
    {
        if (await SettleAsync() is not null)
            return;
        await settled(ToState(), cancellationToken);
        var comparison = new BatchComparison();
        comparison.Rows(generation.Tables.Entries, batch.Entries, _ => null, (place, difference) => difference with
        {
            Entry = batch.Entries[place].Id,
            EventId = batch.Entries[place].EventId,
            Stream = batch.Entries[place].Stream,
        });
        if (_misplaced is not null && _misplaced.Entry <= moved.Entry)
            comparison.Add(_misplaced);
        // What goes into the questions is settled now: folding the next batch closes more.
        _versions.Compare(comparison, batch);
        var references = batch.References.Made.ToArray();
        _references.Compare(comparison, references);
        TileComparison.Compare(comparison, generation, batch.Tiles.Where(tile => tile.Address.IsFull).ToArray());
        foreach (var tile in batch.Tiles)
            _edge[tile.Address.Level] = tile;
        var (after, upTo, numbered) = (_at, moved.Position, batch.Entries);
        (_folded, _at, _entries) = (moved.Entry, moved.Position, batch.Entries);
        _comparing = Task.Run(
            async () =>
            {
                if (await log.FindOddityAsync(after, upTo, cancellationToken) is { } oddity)
                    comparison.Add(Of(oddity, batch.Entries));
                var found = await comparison.RunAsync(database, cancellationToken) ?? await _references.CheckOlderAsync(references.Length, cancellationToken);
                // What was signed of entries that differ differs, too.
                found ??= await _checkpoints.FindAsync(numbered, cancellationToken);
                if (found is null)
                    Compared = moved;
                return found;
            },
            cancellationToken);
    }

    /// <summary>Waits for what is being compared.</summary>
    /// <returns>The first difference, or null.</returns>
    public async Task<LedgerDifference?> SettleAsync() => Found ??= await _comparing;

    /// <summary>What the log makes of an entry of the batch in which a difference was found.</summary>
    public LedgerEntry? NumberedOf(long entry) => _entries.FirstOrDefault(numbered => numbered.Id == entry);

    /// <summary>What it knows of the entries that were compared; asked when nothing is being compared.</summary>
    public LedgerAuditState ToState() => state with
    {
        Head = Compared,
        Edge = [.. Edge.Select(StoredTile.Of)],
        Kinds = _versions.All.ToDictionary(kind => kind.Prefix, kind => new AuditedKind(kind.Made, kind.Begun), StringComparer.Ordinal),
        References = _references.Made,
        Checkpoints = _checkpoints.Made,
    };

    public Task NoteAsync(LedgerHead moved, CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await ((Task)_comparing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _open.Dispose();
    }

    private static LedgerDifference Of(LogOddity oddity, IReadOnlyList<LedgerEntry> entries) => new(
        LedgerPart.Event,
        DifferenceKind.Changed,
        $"Beside the event {oddity.Id} the log has what was not written there: {string.Join(", ", oddity.Members)}.",
        LedgerDifference.RestoreLog,
        entries.FirstOrDefault(entry => entry.EventId == oddity.Id)?.Id,
        oddity.Id,
        oddity.Stream,
        Members: oddity.Members);

    /// <summary>What is not in memory is read from the generation, as of the entries that were compared.</summary>
    private static OpenStreams NewOpenStreams(int largestBatch) => new(half: 4 * largestBatch, spills: false);
}
