using Archive.Access;
using Archive.Cli.Complaints;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Projection;
using MediatR;

namespace Archive.Cli.Opening;

/// <summary>An archive that this process opened, and who runs the process.</summary>
/// <param name="host">The archive.</param>
/// <param name="credentials">How whoever runs it shows who they are; asked where somebody has to.</param>
/// <param name="actAs">As whom the environment says that questions are asked.</param>
internal sealed class HostedArchive(ArchiveHost host, Func<Credentials> credentials, string? actAs) : IOpenedArchive
{
    public ISender Sender => host.Sender;

    public async Task<Asker> WhoAsync(string? actAs, CancellationToken cancellationToken)
    {
        var found = await host.IdentifyAsync(credentials(), actAs, cancellationToken);
        return found is Outcome<Asker>.Ok { Value: var asker } ? asker : throw new ComplaintException(Complaint.Of(found));
    }

    public async Task<Outcome<T>> AskAsync<T>(IRequest<Outcome<T>> question, CancellationToken cancellationToken)
    {
        // How far the archive has come is told to whoever asks: a health check has no key.
        if (question is Query<T> { Asker.Role: null } unasked and not GetStatus)
            question = unasked with { Asker = await WhoAsync(actAs, cancellationToken) };
        return await host.Sender.Send(question, cancellationToken);
    }

    public async Task<Outcome<Receipt>> ChangeAsync(ICommand change, CancellationToken cancellationToken)
    {
        if (await IntroduceAsync(change.Context.Through ?? change.Context.Actor, cancellationToken) is { } refused)
            return refused;
        var outcome = await host.Sender.Send(change, cancellationToken);
        if (outcome is Outcome<Receipt>.Ok { Value.Position: { } position })
            await host.WaitForAsync(position, cancellationToken);
        return outcome;
    }

    public async Task<Outcome<Receipt>?> IntroduceAsync(string actor, CancellationToken cancellationToken)
    {
        if (credentials() is not { Key: null, Local: { } user } || user.Actor != actor)
            return null;
        var introduced = await host.Sender.Send(LocalRegistration.Of(user), cancellationToken);
        return introduced switch
        {
            Outcome<Receipt>.Ok or Outcome<Receipt>.Refused { Refusal.Code: "actor-exists" } => null,
            // The machine gave the number to another user since: the history has the name of the one who had it first.
            Outcome<Receipt>.Refused { Refusal.Code: "command-id-reused" } => null,
            _ => introduced,
        };
    }

    public Task WaitForAsync(LogPosition position, CancellationToken cancellationToken) => host.WaitForAsync(position, cancellationToken);

    public Task ProjectAsync(IProgress<ProjectorReport> watcher, CancellationToken cancellationToken) => host.ProjectAsync(watcher, cancellationToken);

    public async Task<Outcome<LedgerKeyList>> ChangeLedgerKeysAsync(LedgerKeyChange change, CancellationToken cancellationToken)
    {
        (await WhoAsync(null, cancellationToken)).Require(Operations.ChangeLedgerKeys);
        return await host.ChangeLedgerKeysAsync(change, cancellationToken);
    }

    public async Task<Outcome<SignedCheckpoint>> AcceptCosignatureAsync(AcceptCosignature accept, CancellationToken cancellationToken)
    {
        (await WhoAsync(null, cancellationToken)).Require(Operations.AcceptCosignature);
        return await host.AcceptCosignatureAsync(accept, cancellationToken);
    }

    public async Task<RebuildResult> RebuildAsync(IProgress<RebuildProgress> progress, CancellationToken cancellationToken)
    {
        (await WhoAsync(null, cancellationToken)).Require(Operations.Rebuild);
        return await host.RebuildAsync(progress, cancellationToken);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
