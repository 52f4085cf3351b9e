using Archive.Commands;
using Archive.EventLog;
using Archive.Projection;
using MediatR;

namespace Archive.Cli.Opening;

/// <summary>An archive that this process opened.</summary>
internal sealed class HostedArchive(ArchiveHost host) : IOpenedArchive
{
    public ISender Sender => host.Sender;

    public Task<Outcome<T>> AskAsync<T>(IRequest<Outcome<T>> question, CancellationToken cancellationToken) =>
        host.Sender.Send(question, cancellationToken);

    public async Task<Outcome<Receipt>> ChangeAsync(ICommand change, CancellationToken cancellationToken)
    {
        var outcome = await host.Sender.Send(change, cancellationToken);
        if (outcome is Outcome<Receipt>.Ok { Value.Position: { } position })
            await host.WaitForAsync(position, cancellationToken);
        return outcome;
    }

    public Task WaitForAsync(LogPosition position, CancellationToken cancellationToken) => host.WaitForAsync(position, cancellationToken);

    public Task ProjectAsync(IProgress<ProjectorReport> watcher, CancellationToken cancellationToken) => host.ProjectAsync(watcher, cancellationToken);

    public Task<RebuildResult> RebuildAsync(IProgress<RebuildProgress> progress, CancellationToken cancellationToken) =>
        host.RebuildAsync(progress, cancellationToken);

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
