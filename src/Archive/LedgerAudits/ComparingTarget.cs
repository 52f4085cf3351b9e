using Archive.Domain.Ledger;
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
/// <param name="state">Where it goes on.</param>
/// <param name="settled">Is told whenever a batch is compared and is as it should be.</param>
internal sealed class ComparingTarget(NpgsqlDataSource database, GenerationStore generation, LedgerAuditState state, Func<LedgerAuditState, CancellationToken, Task> settled) : IProjectionTarget
{
    private const int Batch = 2_000;

    private readonly VersionComparisons _versions = new(generation, state);
    private readonly ReferenceComparison _references = new(database, generation) { Made = state.References };
    private readonly StreamRevisions _revisions = new(database, generation);
    private OpenStreams _open = NewOpenStreams();
    private Task<LedgerDifference?> _comparing = Task.FromResult<LedgerDifference?>(null);
    private LedgerDifference? _misplaced;
    private long _folded = state.Head.Entry;

    public GenerationStore Generation => generation;

    public int LargestBatch => Batch;

    /// <summary>The first difference; null where there is none so far.</summary>
    public LedgerDifference? Found { get; private set; }

    /// <summary>The head as of the entries that were compared and found to be as they should be.</summary>
    public LedgerHead Compared { get; private set; } = state.Head;

    /// <summary>The tree over the entries that were compared.</summary>
    public GrowingTree Tree { get; } = state.ToTree();

    public Task<LedgerHead> ReadHeadAsync(CancellationToken cancellationToken) => Task.FromResult(Compared);

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
        _open = NewOpenStreams();
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
        foreach (var entry in batch.Entries)
            Tree.Append(Sha256Digest.Parse(entry.LeafHash));
        _folded = moved.Entry;
        _comparing = Task.Run(
            async () =>
            {
                var found = await comparison.RunAsync(database, cancellationToken) ?? await _references.CheckOlderAsync(references.Length, cancellationToken);
                if (found is null)
                    Compared = moved;
                return found;
            },
            cancellationToken);
    }

    /// <summary>Waits for what is being compared.</summary>
    /// <returns>The first difference, or null.</returns>
    public async Task<LedgerDifference?> SettleAsync() => Found ??= await _comparing;

    /// <summary>What it knows of the entries that were compared; asked when nothing is being compared.</summary>
    public LedgerAuditState ToState() => state with
    {
        Head = Compared,
        Edge = [.. Tree.ToEdge().Select(StoredTile.Of)],
        Kinds = _versions.All.ToDictionary(kind => kind.Prefix, kind => new AuditedKind(kind.Made, kind.Begun), StringComparer.Ordinal),
        References = _references.Made,
    };

    public IReadOnlyList<IVersionComparison> Versions => _versions.All;

    public Task NoteAsync(LedgerHead moved, CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await ((Task)_comparing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _open.Dispose();
    }

    /// <summary>What is not in memory is read from the generation, as of the entries that were compared.</summary>
    private static OpenStreams NewOpenStreams() => new(half: 4 * Batch, spills: false);
}
