using Archive.Access;
using Archive.Authorities;
using Archive.Claims;
using Archive.Domain.Ledger.Trees;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Records;
using Archive.Sources;
using Npgsql;

namespace Archive.Projection;

/// <summary>
/// A generation that is filled from zero and that nobody reads yet. Everything goes in by COPY, into tables without indexes; a version is written once,
/// when it closes or when the end is reached, so that nothing is ever updated. While a batch is written the next is folded. Interrupted, it starts again.
/// </summary>
internal sealed class FillingTarget(NpgsqlDataSource database, GenerationStore generation) : IProjectionTarget
{
    private const int Batch = 2_000;

    /// <summary>Open versions are a few kilobytes each in memory.</summary>
    private const int Remembered = 50_000;

    private readonly OpenStreams _open = new(Remembered, spills: true);

    /// <summary>By level: the tile that is not full.</summary>
    private readonly SortedDictionary<int, Tile> _edge = [];
    private Task _writing = Task.CompletedTask;
    private LedgerHead? _head;

    public GenerationStore Generation => generation;

    public int LargestBatch => Batch;

    public Task<LedgerHead> ReadHeadAsync(CancellationToken cancellationToken) => LedgerHeads.ReadAsync(database, generation, cancellationToken);

    /// <summary>It begins with nothing.</summary>
    public Task<GrowingTree> ReadTreeAsync(LedgerHead head, CancellationToken cancellationToken) => Task.FromResult(new GrowingTree());

    public Task<ProjectionBatch> BeginAsync(IReadOnlyList<LoggedEvent> events, CancellationToken cancellationToken) => Task.FromResult(new ProjectionBatch(_open));

    /// <summary>What it remembers stands nowhere else.</summary>
    public bool TryForget() => false;

    public async Task FlushAsync(ProjectionBatch batch, LedgerHead moved, CancellationToken cancellationToken)
    {
        await _writing;
        _head = moved;
        // What is closed is settled now: folding the next batch closes more.
        var rows = new ClosedRows(
            batch.Entries,
            TakeFilled(batch.Tiles),
            batch.References.Made,
            ClosedOf(batch.Records.Made, batch.Records.Closed),
            ClosedOf(batch.Authorities.Made, batch.Authorities.Closed),
            ClosedOf(batch.Sources.Made, batch.Sources.Closed),
            ClosedOf(batch.Claims.Made, batch.Claims.Closed),
            ClosedOf(batch.Actors.Made, batch.Actors.Closed),
            ClosedOf(batch.Keys.Made, batch.Keys.Closed));
        _writing = Task.Run(() => WriteAsync(rows, cancellationToken), cancellationToken);

        static TVersion[] ClosedOf<TVersion>(IReadOnlyList<TVersion> made, IReadOnlyList<TVersion> closed)
            where TVersion : IVersion => [.. closed, .. made.Where(version => version.ToEntry != IVersion.Open)];
    }

    /// <summary>Its head is written at the end.</summary>
    public Task NoteAsync(LedgerHead moved, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes what is still open, the indexes and the head: from then on the generation can live.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await _writing;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var tables = generation.Tables;
        await tables.Records.CopyAsync(connection, _open.Records.All(), cancellationToken);
        await tables.Authorities.CopyAsync(connection, _open.Authorities.All(), cancellationToken);
        await tables.Sources.CopyAsync(connection, _open.Sources.All(), cancellationToken);
        await tables.Claims.CopyAsync(connection, _open.Claims.All(), cancellationToken);
        await tables.Actors.CopyAsync(connection, _open.Actors.All(), cancellationToken);
        await tables.Keys.CopyAsync(connection, _open.Keys.All(), cancellationToken);
        await TileTable.CopyAsync(connection, generation, [.. _edge.Values], cancellationToken);
        await GenerationIndexes.CreateAsync(connection, generation, cancellationToken);
        if (_head is not null)
        {
            await using var move = new NpgsqlBatch(connection, transaction) { BatchCommands = { HeadRow.Move(generation, _head) } };
            await move.ExecuteNonQueryAsync(cancellationToken);
            HeadRow.RequireMoved(move.BatchCommands[0]);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _open.Dispose();
    }

    /// <summary>A tile is written once, when it is full or when the end is reached.</summary>
    private IReadOnlyList<Tile> TakeFilled(IReadOnlyList<Tile> changed)
    {
        foreach (var tile in changed)
        {
            if (tile.Address.IsFull)
                _edge.Remove(tile.Address.Level);
            else
                _edge[tile.Address.Level] = tile;
        }

        return changed.Where(tile => tile.Address.IsFull).ToArray();
    }

    private async Task WriteAsync(ClosedRows rows, CancellationToken cancellationToken)
    {
        var tables = generation.Tables;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await tables.Entries.CopyAsync(connection, rows.Entries, cancellationToken);
        await TileTable.CopyAsync(connection, generation, rows.Tiles, cancellationToken);
        if (rows.References.Count > 0)
        {
            await using var references = new NpgsqlBatch(connection, transaction) { BatchCommands = { tables.References.Insert(rows.References, "on conflict (id) do nothing") } };
            await references.ExecuteNonQueryAsync(cancellationToken);
        }

        await tables.Records.CopyAsync(connection, rows.Records, cancellationToken);
        await tables.Authorities.CopyAsync(connection, rows.Authorities, cancellationToken);
        await tables.Sources.CopyAsync(connection, rows.Sources, cancellationToken);
        await tables.Claims.CopyAsync(connection, rows.Claims, cancellationToken);
        await tables.Actors.CopyAsync(connection, rows.Actors, cancellationToken);
        await tables.Keys.CopyAsync(connection, rows.Keys, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record ClosedRows(
        IReadOnlyList<LedgerEntry> Entries,
        IReadOnlyList<Tile> Tiles,
        IReadOnlyList<StreamReference> References,
        RecordVersion[] Records,
        AuthorityVersion[] Authorities,
        SourceVersion[] Sources,
        ClaimVersion[] Claims,
        ActorVersion[] Actors,
        KeyVersion[] Keys);
}
