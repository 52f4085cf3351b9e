using Archive.EventLog;
using Archive.Projection;
using MediatR;

namespace Archive;

/// <summary>
/// An archive, opened: commands and queries go through <see cref="Sender"/>. While it is open this process may be the projector; when it is
/// closed, what was acknowledged stays in the log for the next one.
/// </summary>
public sealed class ArchiveHost : IAsyncDisposable
{
    private ArchiveHost(ISender sender) => Sender = sender;

    /// <summary>Commands (<see cref="Commands.ICommand"/>) and queries.</summary>
    public ISender Sender { get; }

    /// <summary>Opens the archive in a database, making its tables where they are missing.</summary>
    public static Task<ArchiveHost> OpenAsync(string connectionString, CancellationToken cancellationToken) =>
        throw new NotSupportedException(connectionString);

    /// <summary>Waits until everything that is in the log now is projected, by this process or by another.</summary>
    public Task CatchUpAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Waits until a receipt's position is projected: a caller that wants to read its own write.</summary>
    public Task WaitForAsync(LogPosition position, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Fills new read models from zero and switches over to them; readers of the old ones go on undisturbed.</summary>
    public Task<RebuildResult> RebuildAsync(IProgress<RebuildProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
