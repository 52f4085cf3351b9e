using System.Runtime.CompilerServices;
using Archive.Commands;
using Archive.Domain;
using Archive.EventLog;
using Archive.Sources;
using MediatR;

namespace Archive.Dossiers;

/// <summary>
/// Appends what an import planned, many at a time and in the order of the plan. What was decided is not decided again: each append expects the
/// very revision for which it was planned, and is what sending the command would have appended. Where somebody else was faster, the command
/// is sent as any other, and so is every later one on that stream.
/// </summary>
internal sealed class PlannedAppends(CommandAppends appends, ISender sender)
{
    /// <summary>How many may be on their way. What is, arrives even if nobody waits for it any more.</summary>
    public const int MostUnderWay = 1_024;

    /// <summary>Prepared while those before are being appended.</summary>
    private const int Together = 256;

    /// <returns>Each command with its outcome, in the order of the plan, up to the first that did not take effect.</returns>
    public async IAsyncEnumerable<(PlannedCommand Planned, Outcome<Receipt> Outcome)> RunAsync(
        IReadOnlyList<PlannedCommand> planned, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (row, run) = (new UnderWay(sender, cancellationToken), appends.BeginRun());
        var chunks = planned.Chunk(Together).ToArray();
        var preparing = PrepareAsync(chunks.FirstOrDefault([]), cancellationToken);
        for (var i = 0; i < chunks.Length; i++)
        {
            var prepared = await preparing;
            preparing = PrepareAsync(chunks.ElementAtOrDefault(i + 1) ?? [], cancellationToken);
            foreach (var (next, ready) in prepared)
            {
                while (row.Count > 0 && (ready.Wrong is not null || row.Count == MostUnderWay || row.HasFailed || row.Has(next.Item.Stream) || next.Command is CaptureSource))
                {
                    var (done, outcome) = await row.TakeAsync();
                    yield return (done, outcome);
                    if (outcome is not Outcome<Receipt>.Ok)
                        yield break;
                }

                if (ready.Wrong is { } wrong)
                {
                    yield return (next, new Outcome<Receipt>.Refused(wrong));
                    yield break;
                }

                cancellationToken.ThrowIfCancellationRequested();
                if (next.Command is CaptureSource)
                {
                    // Sent like any other, by itself: while its bytes are not named by an event, only its handler keeps them from being erased.
                    row.Add(next, null);
                    var (done, outcome) = await row.TakeAsync();
                    yield return (done, outcome);
                    if (outcome is not Outcome<Receipt>.Ok)
                        yield break;
                    continue;
                }

                row.Add(next, row.IsChangedByOthers(next.Item.Stream)
                    ? null
                    : appends.EndAsync(ready, run.AppendAsync(next.Item.Stream, next.Revision, ready.Events, cancellationToken), cancellationToken));
            }
        }

        while (row.Count > 0)
        {
            var (done, outcome) = await row.TakeAsync();
            yield return (done, outcome);
            if (outcome is not Outcome<Receipt>.Ok)
                yield break;
        }
    }

    private Task<(PlannedCommand Planned, PreparedAppend Ready)[]> PrepareAsync(PlannedCommand[] chunk, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            var prepared = new (PlannedCommand, PreparedAppend)[chunk.Length];
            for (var i = 0; i < chunk.Length; i++)
            {
                var (command, item) = (chunk[i].Command, chunk[i].Item);
                prepared[i] = (chunk[i], await appends.PrepareAsync(chunk[i].Events, item.Stream, command.Context, CommandFingerprint.Of(command), cancellationToken));
            }

            return prepared;
        },
        cancellationToken);

    /// <summary>
    /// The commands on their way. Two on one stream are never among them: if the first met another revision than it expects, the second might meet
    /// the one it expects by chance.
    /// </summary>
    private sealed class UnderWay(ISender sender, CancellationToken cancellationToken)
    {
        private readonly Queue<(PlannedCommand Planned, Task<AppendResult>? Append)> _row = new();
        private readonly HashSet<string> _streams = new(StringComparer.Ordinal);
        private readonly HashSet<string> _changedByOthers = new(StringComparer.Ordinal);
        private Task<AppendResult>? _last;

        public int Count => _row.Count;

        /// <summary>Whether an outage ended the run: the last fails with whichever was lost.</summary>
        public bool HasFailed => _last is { IsFaulted: true };

        public bool Has(string stream) => _streams.Contains(stream);

        public bool IsChangedByOthers(string stream) => _changedByOthers.Contains(stream);

        /// <param name="planned">The command.</param>
        /// <param name="append">Its append; null where it is to be sent.</param>
        public void Add(PlannedCommand planned, Task<AppendResult>? append)
        {
            _streams.Add(planned.Item.Stream);
            _row.Enqueue((planned, append));
            _last = append;
        }

        /// <summary>Waits for the first of the row.</summary>
        public async Task<(PlannedCommand Planned, Outcome<Receipt> Outcome)> TakeAsync()
        {
            var (planned, append) = _row.Dequeue();
            _streams.Remove(planned.Item.Stream);
            if (append is not null && await append is AppendResult.Appended done)
                return (planned, new Outcome<Receipt>.Ok(new Receipt(planned.Command.Context.CommandId, planned.Item.Stream, done.Revision, planned.Events.Count, done.Position)));
            _changedByOthers.Add(planned.Item.Stream);
            return (planned, await sender.Send((IRequest<Outcome<Receipt>>)planned.Command, cancellationToken));
        }
    }
}
