using Archive.Access;
using Archive.Domain;
using Archive.Domain.Erasures;
using Archive.Projection;
using MediatR;
using Npgsql;

namespace Archive.Evidence;

/// <summary>
/// Carries out what is ordered, or waits while another process does, and tells what became of one order. Asked before the order is projected, or where
/// something is in use for long, the answer is that it is pending: whoever projects goes on with it.
/// </summary>
/// <param name="Subject">The stream of the source, claim or actor.</param>
/// <param name="Revision">Of the order in that stream.</param>
public sealed record CarryOutErasure(string Subject, long Revision) : Query<ErasureRecord>;

internal sealed class CarryOutErasureHandler(Erasing erasing, ErasureRecords records, NpgsqlDataSource database, Generations generations)
    : IRequestHandler<CarryOutErasure, Outcome<ErasureRecord>>
{
    private const int Attempts = 3;

    public async Task<Outcome<ErasureRecord>> Handle(CarryOutErasure query, CancellationToken cancellationToken)
    {
        if (await FindEntryAsync(query, cancellationToken) is not { } entry)
            return new Outcome<ErasureRecord>.NotFound(new Refusal("erasure-unknown", $"No order to erase is projected at revision {query.Revision} of {query.Subject}. 'archive erasures' lists those that there are."));
        for (var attempt = 1; attempt <= Attempts && !await erasing.RunAsync(cancellationToken); attempt++)
        {
        }

        return new Outcome<ErasureRecord>.Ok(await records.FindAsync(query.Subject, entry, cancellationToken)
            ?? new ErasureRecord(query.Subject, 0, entry, ErasureOutcome.Pending, [], 0, [], null, null, OutOfReach.Always.ToValueList()));
    }

    private async Task<long?> FindEntryAsync(CarryOutErasure query, CancellationToken cancellationToken)
    {
        var generation = await generations.FindCurrentAsync(cancellationToken);
        await using var command = database.CreateCommand(
            $"select id from {generation.Entries} where stream = $1 and (data ->> 'revision')::bigint = $2 and {PendingErasures.IsOrder}");
        command.Parameters.Add(new() { Value = query.Subject });
        command.Parameters.Add(new() { Value = query.Revision });
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }
}
