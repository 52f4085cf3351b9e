using Archive.Commands;
using Archive.EventLog;
using Archive.Projection;
using MediatR;

namespace Archive.Cli.Opening;

/// <summary>An archive that questions can be put to and changes asked of.</summary>
internal interface IOpenedArchive : IAsyncDisposable
{
    ISender Sender { get; }

    /// <summary>Asks, without waiting for anything.</summary>
    Task<Outcome<T>> AskAsync<T>(IRequest<Outcome<T>> question, CancellationToken cancellationToken);

    /// <summary>Asks for a change and waits until the next question will see it.</summary>
    Task<Outcome<Receipt>> ChangeAsync(ICommand change, CancellationToken cancellationToken);

    /// <summary>Waits until the next question will see what stands at a position of the log.</summary>
    Task WaitForAsync(LogPosition position, CancellationToken cancellationToken);

    /// <summary>Projects, or waits to, until it is told to end; tells every change of state.</summary>
    Task ProjectAsync(IProgress<ProjectorReport> watcher, CancellationToken cancellationToken);

    Task<RebuildResult> RebuildAsync(IProgress<RebuildProgress> progress, CancellationToken cancellationToken);
}
