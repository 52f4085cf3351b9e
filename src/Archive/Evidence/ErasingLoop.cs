using Microsoft.Extensions.Logging;

namespace Archive.Evidence;

/// <summary>
/// Carries out orders to erase beside the projector, in the process that projects: when it begins, since a crash may have left some, whenever an order was
/// projected, and now and then, as what was in use may be free.
/// </summary>
internal sealed partial class ErasingLoop(Erasing erasing, KeptSweep sweep, ILogger<ErasingLoop> logger)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _ordered = new(0);

    /// <summary>An order was projected.</summary>
    public void Wake() => _ordered.Release();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var isDone = false;
            try
            {
                isDone = await erasing.RunAsync(cancellationToken);
                await sweep.RunAsync(KeptSweep.Late, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogLater(logger, e);
            }

            try
            {
                await _ordered.WaitAsync(isDone ? Late : Soon, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is ordered to be erased could not be, and is tried again")]
    private static partial void LogLater(ILogger logger, Exception exception);
}
