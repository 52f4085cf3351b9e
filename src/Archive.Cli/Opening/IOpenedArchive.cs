using Archive.Access;
using Archive.Commands;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Projection;
using MediatR;

namespace Archive.Cli.Opening;

/// <summary>An archive that questions can be put to and changes asked of.</summary>
internal interface IOpenedArchive : IAsyncDisposable
{
    ISender Sender { get; }

    /// <summary>Who runs the program.</summary>
    /// <param name="actAs">The actor as whom they want to act; null for themselves.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="Complaints.ComplaintException">They are not let in.</exception>
    Task<Asker> WhoAsync(string? actAs, CancellationToken cancellationToken);

    /// <summary>Before a change: registers the actor who makes it, where that is the machine's user and nobody knows them yet.</summary>
    /// <returns>Why that is refused, or null.</returns>
    Task<Outcome<Receipt>?> IntroduceAsync(string actor, CancellationToken cancellationToken);

    /// <summary>Asks, without waiting for anything; a question that does not say who asks is asked by whoever runs the program.</summary>
    Task<Outcome<T>> AskAsync<T>(IRequest<Outcome<T>> question, CancellationToken cancellationToken);

    /// <summary>Asks for a change and waits until the next question will see it.</summary>
    Task<Outcome<Receipt>> ChangeAsync(ICommand change, CancellationToken cancellationToken);

    /// <summary>Waits until the next question will see what stands at a position of the log.</summary>
    Task WaitForAsync(LogPosition position, CancellationToken cancellationToken);

    /// <summary>Projects, or waits to, until it is told to end; tells every change of state.</summary>
    Task ProjectAsync(IProgress<ProjectorReport> watcher, CancellationToken cancellationToken);

    /// <summary>Changes the keys that sign the ledger's checkpoints.</summary>
    Task<Outcome<LedgerKeyList>> ChangeLedgerKeysAsync(LedgerKeyChange change, CancellationToken cancellationToken);

    /// <summary>Adds a witness's signature to the kept checkpoint that it signed.</summary>
    Task<Outcome<SignedCheckpoint>> AcceptCosignatureAsync(AcceptCosignature accept, CancellationToken cancellationToken);

    Task<RebuildResult> RebuildAsync(IProgress<RebuildProgress> progress, CancellationToken cancellationToken);
}
