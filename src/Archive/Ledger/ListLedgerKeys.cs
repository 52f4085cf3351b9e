using Archive.Access;
using Archive.Projection;
using MediatR;

namespace Archive.Ledger;

/// <summary>The public keys by which the ledger's checkpoints are verified; the first is made when something is signed first.</summary>
public sealed record ListLedgerKeys : Query<LedgerKeyList>;

internal sealed class ListLedgerKeysHandler(LedgerKeys keys, ProjectionProgress progress) : IRequestHandler<ListLedgerKeys, Outcome<LedgerKeyList>>
{
    public async Task<Outcome<LedgerKeyList>> Handle(ListLedgerKeys query, CancellationToken cancellationToken) =>
        new Outcome<LedgerKeyList>.Ok(new LedgerKeyList((await progress.ReadHeadAsync(cancellationToken)).LogName, await keys.ListAsync(cancellationToken)));
}
