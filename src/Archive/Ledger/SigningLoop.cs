using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Archive.Ledger;

/// <summary>
/// Signs the head beside the projector, in the process that projects: when it begins, since a crash may have left the last one unsigned, at most once a second
/// after batches, and once more at its end. A batch waits for none of it.
/// </summary>
internal sealed partial class SigningLoop(HeadSigning signing, KeyFiles files, ILogger<SigningLoop> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>A key may have been mended though nothing was recorded.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(30);

    /// <summary>How long the end of a process may wait for its last signature; the next process signs what this one did not.</summary>
    private static readonly TimeSpan AtTheEnd = TimeSpan.FromSeconds(3);

    private readonly Channel<bool> _moved = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private string? _why;

    /// <summary>The head moved on.</summary>
    public void Wake() => _moved.Writer.TryWrite(true);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!files.AreKept)
            return;
        try
        {
            while (true)
            {
                // What is committed before this is asked for is signed by it: a batch that comes later wakes it again.
                _moved.Reader.TryRead(out _);
                var isSigned = await SignAsync(cancellationToken);
                await Task.Delay(Pause, cancellationToken);
                await WaitAsync(isSigned, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            if (!_moved.Reader.TryRead(out _))
                return;
            using var end = new CancellationTokenSource(AtTheEnd);
            try
            {
                await SignAsync(end.Token);
            }
            catch (OperationCanceledException)
            {
                // The database hangs.
            }
        }
    }

    private async Task WaitAsync(bool isSigned, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (!isSigned)
            enough.CancelAfter(Later);
        try
        {
            await _moved.Reader.WaitToReadAsync(enough.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Tried again.
        }
    }

    private async Task<bool> SignAsync(CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await signing.SignAsync(cancellationToken);
            var why = outcome is Outcome<KeptCheckpoint>.Refused { Refusal: { Code: not HeadSigning.Empty } refusal } ? refusal : null;
            if (why is not null && why.Code != _why)
                LogUnsigned(why.Code, why.Message);
            _why = why?.Code;
            return why is null;
        }
        catch (OperationCanceledException)
        {
            // A batch may have been the reason: it is not signed yet.
            Wake();
            throw;
        }
        catch (Exception e)
        {
            LogLater(e);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The ledger's head is not signed ({Code}): {Why}")]
    private partial void LogUnsigned(string code, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The ledger's head could not be signed, and is tried again")]
    private partial void LogLater(Exception exception);
}
