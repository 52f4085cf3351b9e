using Archive.Domain.Ledger.Trees;
using Archive.EventLog;
using Archive.Ledger;

namespace Archive.Projection;

/// <summary>Where a projector's batches go: into a generation that answers, or into one that is being filled from zero.</summary>
internal interface IProjectionTarget : IAsyncDisposable
{
    GenerationStore Generation { get; }

    /// <summary>How many events make a batch at most.</summary>
    int LargestBatch { get; }

    Task<LedgerHead> ReadHeadAsync(CancellationToken cancellationToken);

    /// <summary>The tree as it is at the head.</summary>
    /// <exception cref="TreeAlteredException">It is not whole.</exception>
    Task<GrowingTree> ReadTreeAsync(LedgerHead head, CancellationToken cancellationToken);

    /// <summary>A batch that finds the open versions of the streams of some events.</summary>
    Task<ProjectionBatch> BeginAsync(IReadOnlyList<LoggedEvent> events, CancellationToken cancellationToken);

    /// <summary>Forgets what a batch did that will not be flushed.</summary>
    /// <returns>Whether it can; where not, whoever projects gives up.</returns>
    bool TryForget();

    /// <summary>Writes a batch and the moved head in one transaction; fails whole where the head was moved by somebody else.</summary>
    /// <exception cref="JasperFx.ConcurrencyException">It was.</exception>
    Task FlushAsync(ProjectionBatch batch, LedgerHead moved, CancellationToken cancellationToken);

    /// <summary>Notes how far the log was read where it held nothing of the archive's. That it may be forgotten costs only reading it over.</summary>
    /// <exception cref="JasperFx.ConcurrencyException">The head was moved by somebody else.</exception>
    Task NoteAsync(LedgerHead moved, CancellationToken cancellationToken);
}
