using Archive.Domain;
using Archive.Domain.Ledger.Notes;
using Archive.Projection;
using Npgsql;

namespace Archive.Ledger;

/// <summary>The signed checkpoints of the ledger, all kept in <c>archive.ledger_checkpoint</c>; those under its present log name.</summary>
internal sealed class Checkpoints(NpgsqlDataSource database, ProjectionProgress progress, HeadSigning signing)
{
    /// <summary>How many <see cref="ListAsync"/> answers at most.</summary>
    public const int PageSize = 100;

    /// <summary>The checkpoint of the smallest size that has an entry; where none has it, the head is signed.</summary>
    /// <returns>Null where the head is not signed either: <see cref="WhyNoneAsync"/> says why.</returns>
    public async Task<KeptCheckpoint?> FindOverAsync(long entry, CancellationToken cancellationToken)
    {
        var log = await LogAsync(cancellationToken);
        return await FindKeptAsync() ?? (await signing.SignAsync(cancellationToken) is Outcome<KeptCheckpoint>.Ok ? await FindKeptAsync() : null);

        Task<KeptCheckpoint?> FindKeptAsync() =>
            CheckpointTable.FindAsync(database, CheckpointTable.Select + " where log = $1 and size >= $2 order by size limit 1", cancellationToken, log, entry);
    }

    /// <summary>The latest, which is the head's where it can be signed.</summary>
    public async Task<KeptCheckpoint?> FindLatestAsync(CancellationToken cancellationToken)
    {
        await signing.SignAsync(cancellationToken);
        return await CheckpointTable.FindAsync(database, CheckpointTable.SelectLast, cancellationToken, await LogAsync(cancellationToken));
    }

    /// <summary>The kept one of a size, or null; the head is signed where it is of that size.</summary>
    public async Task<KeptCheckpoint?> FindAsync(long size, CancellationToken cancellationToken)
    {
        var head = await progress.ReadHeadAsync(cancellationToken);
        return await FindKeptAsync() ?? (head.Entry == size && await signing.SignAsync(cancellationToken) is Outcome<KeptCheckpoint>.Ok ? await FindKeptAsync() : null);

        Task<KeptCheckpoint?> FindKeptAsync() =>
            CheckpointTable.FindAsync(database, CheckpointTable.Select + " where log = $1 and size = $2", cancellationToken, head.LogName, size);
    }

    /// <summary>The next <see cref="PageSize"/> larger than a size, the smallest first.</summary>
    public async Task<IReadOnlyList<KeptCheckpoint>> ListAsync(long afterSize, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{CheckpointTable.Select} where log = $1 and size > $2 order by size limit {PageSize}");
        command.Parameters.Add(new() { Value = await LogAsync(cancellationToken) });
        command.Parameters.Add(new() { Value = afterSize });
        var page = new List<KeptCheckpoint>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            page.Add(CheckpointTable.Read(reader));
        return page;
    }

    /// <summary>Adds signatures, which the caller has verified, to a kept checkpoint.</summary>
    /// <returns>It, as it is kept now; null where there is none of that size.</returns>
    public async Task<KeptCheckpoint?> AddSignaturesAsync(long size, IReadOnlyCollection<NoteSignature> signatures, CancellationToken cancellationToken) =>
        await CheckpointTable.AddAsync(database, await LogAsync(cancellationToken), size, signatures, cancellationToken);

    /// <summary>Why the head is not signed, and what to do.</summary>
    public async Task<Refusal> WhyNoneAsync(CancellationToken cancellationToken) =>
        (await signing.SignAsync(cancellationToken) as Outcome<KeptCheckpoint>.Refused)?.Refusal ?? new Refusal("checkpoint-unknown", "There is no checkpoint of that size. 'archive ledger checkpoints' lists those that there are.");

    private async Task<string> LogAsync(CancellationToken cancellationToken) => (await progress.ReadHeadAsync(cancellationToken)).LogName;
}
