using Archive.Access;
using Archive.Backups;
using Archive.Cli.Opening;
using Archive.Commands;
using Archive.Domain.Access;
using Archive.EventLog;
using Archive.Ledger;
using Archive.LogCopies;
using Archive.LogErasures;
using Archive.Projection;
using MediatR;

namespace Archive.Tests.Cli;

/// <summary>Keeps what was asked of it and answers what it was told to.</summary>
internal sealed class FakeArchive : IArchiveOpener, IOpenedArchive
{
    private readonly Dictionary<Type, object> _answers = [];

    public List<object> Asked { get; } = [];

    public Freshness? Freshness { get; private set; }

    public Exception? Outage { get; set; }

    /// <summary>How often the archive is opened in vain before the outage is over.</summary>
    public int Outages { get; set; } = int.MaxValue;

    public Exception? OutageOfChanges { get; set; }

    /// <summary>Who runs the program.</summary>
    public Asker Asker { get; init; } = new("local-7", Role.Administrator);

    /// <summary>Who was registered before a change, in that order.</summary>
    public List<string> Introduced { get; } = [];

    public ISender Sender => throw new NotSupportedException();

    public FakeArchive Answers<T>(Outcome<T> outcome)
    {
        _answers[typeof(T)] = outcome;
        return this;
    }

    public FakeArchive Answers<T>(T answer) => Answers<T>(new Outcome<T>.Ok(answer));

    public Task<IOpenedArchive> OpenAsync(Freshness freshness, CancellationToken cancellationToken)
    {
        Freshness = freshness;
        return Outage is null || Outages-- == 0 ? Task.FromResult<IOpenedArchive>(this) : Task.FromException<IOpenedArchive>(Outage);
    }

    public Task<Asker> WhoAsync(string? actAs, CancellationToken cancellationToken) =>
        Task.FromResult(actAs is null ? Asker : new Asker(actAs, Role.Editor, Asker.Actor));

    public Task<Outcome<Receipt>?> IntroduceAsync(string actor, CancellationToken cancellationToken)
    {
        Introduced.Add(actor);
        return Task.FromResult<Outcome<Receipt>?>(null);
    }

    public Task<Outcome<T>> AskAsync<T>(IRequest<Outcome<T>> question, CancellationToken cancellationToken) => AskedAsync<T>(question);

    private Task<Outcome<T>> AskedAsync<T>(object question)
    {
        Asked.Add(question);
        return Task.FromResult(_answers.TryGetValue(typeof(T), out var answer)
            ? (Outcome<T>)answer
            : new Outcome<T>.NotFound(new Domain.Refusal("not-there", "There is no such thing.")));
    }

    public Task<Outcome<Receipt>> ChangeAsync(ICommand change, CancellationToken cancellationToken)
    {
        Asked.Add(change);
        if (OutageOfChanges is not null)
            return Task.FromException<Outcome<Receipt>>(OutageOfChanges);
        return Task.FromResult(_answers.TryGetValue(typeof(Receipt), out var answer)
            ? (Outcome<Receipt>)answer
            : new Outcome<Receipt>.Ok(new Receipt(change.Context.CommandId, "claim/r/c1", 1, 1, null)));
    }

    public Task WaitForAsync(LogPosition position, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What a projector reports before it is told to end.</summary>
    public IReadOnlyList<ProjectorReport> Reports { get; init; } = [];

    public Task ProjectAsync(IProgress<ProjectorReport> watcher, CancellationToken cancellationToken)
    {
        foreach (var report in Reports)
            watcher.Report(report);
        return Task.CompletedTask;
    }

    public Task<Outcome<LedgerKeyList>> ChangeLedgerKeysAsync(LedgerKeyChange change, CancellationToken cancellationToken) => AskedAsync<LedgerKeyList>(change);

    public Task<Outcome<SignedCheckpoint>> AcceptCosignatureAsync(AcceptCosignature accept, CancellationToken cancellationToken) => AskedAsync<SignedCheckpoint>(accept);

    public Task<RebuildResult> RebuildAsync(IProgress<RebuildProgress> progress, CancellationToken cancellationToken) =>
        Task.FromResult(new RebuildResult(2, 57));

    public Task<Outcome<RestoredArchive>> RestoreAsync(RestoreBackup restore, CancellationToken cancellationToken) => AskedAsync<RestoredArchive>(restore);

    public Task<Outcome<CopiedLog>> CopyLogAsync(LogEnds ends, IProgress<LogCopyProgress> progress, CancellationToken cancellationToken) => AskedAsync<CopiedLog>(ends);

    public Task<Outcome<ErasedFromLog>> EraseFromLogAsync(LogErasure erasure, IProgress<LogCopyProgress> progress, CancellationToken cancellationToken) => AskedAsync<ErasedFromLog>(erasure);

    public Task<Outcome<ComparedLogs>> CompareLogsAsync(LogEnds ends, IProgress<LogCopyProgress> progress, CancellationToken cancellationToken) => AskedAsync<ComparedLogs>(ends);

    public Task<bool> StopAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
