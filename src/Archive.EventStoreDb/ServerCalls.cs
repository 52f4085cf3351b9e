using Archive.EventLog;
using EventStore.Client;
using Grpc.Core;

namespace Archive.EventStoreDb;

/// <summary>
/// Calls to the server that ride out what passes soon: a restart, an election, a connection that broke. Everything is asked again as it was; an append
/// with the same ids, so that it takes effect once.
/// </summary>
internal sealed class ServerCalls(EventStoreDbPlace place, TimeProvider clock)
{
    /// <summary>How long what fails is tried again: about as long as a cluster takes to elect a leader.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>How long the server may take to answer one try.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <exception cref="LogAwayException">It failed for as long as it was tried, or the server refuses what cannot be mended by trying.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var (began, pause) = (clock.GetTimestamp(), FirstPause);
        while (true)
        {
            try
            {
                return await call(cancellationToken);
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Cancelled && cancellationToken.IsCancellationRequested)
            {
                // How the caller's own cancellation comes back from some calls.
                throw new OperationCanceledException(e.Message, e, cancellationToken);
            }
            catch (Exception e) when (IsOutage(e, cancellationToken))
            {
                if (!Passes(e) || clock.GetElapsedTime(began) + pause > Patience)
                    throw Away(e);
                await Task.Delay(Jittered(pause), clock, cancellationToken);
                pause = Longer(pause);
            }
        }
    }

    /// <summary>Anything but the caller's own cancellation that the server or the way to it is at fault for.</summary>
    public static bool IsOutage(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OperationCanceledException => false,
        RpcException { StatusCode: StatusCode.Cancelled } => !cancellationToken.IsCancellationRequested,
        RpcException or DiscoveryException or NotLeaderException or AccessDeniedException or NotAuthenticatedException => true,
        IOException or HttpRequestException or System.Net.Sockets.SocketException or TimeoutException => exception is not LogAwayException,
        _ => false,
    };

    /// <summary>Whether the same again may succeed.</summary>
    public static bool Passes(Exception exception) => exception switch
    {
        AccessDeniedException or NotAuthenticatedException => false,
        RpcException { StatusCode: var status } => status is not (StatusCode.PermissionDenied or StatusCode.Unauthenticated or StatusCode.Unimplemented or StatusCode.InvalidArgument or StatusCode.Unknown),
        _ => true,
    };

    public static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    /// <summary>Between a half and the whole, so that many that lost the server do not come back at once.</summary>
    public static TimeSpan Jittered(TimeSpan pause) => pause * (0.5 + (Random.Shared.NextDouble() / 2));

    public LogAwayException Away(Exception exception) => exception switch
    {
        AccessDeniedException => new($"The event log refuses the archive's user what it needs ({place.Name}). Let it read and write the streams that begin with the prefix and a colon, and read $all.", exception),
        NotAuthenticatedException => new($"The event log does not know the archive's user, or its password is another ({place.Name}). Correct the connection string.", exception),
        _ => new($"The event log is out of reach ({place.Name}): {Said(exception)}. What was acknowledged is kept; try again when it is back, with the same command id.", exception),
    };

    private static string Said(Exception exception) => exception switch
    {
        RpcException rpc => $"{rpc.StatusCode}, {rpc.Status.Detail.Split('\n')[0].TrimEnd('.', ' ')}",
        _ => exception.Message.Split('\n')[0].TrimEnd('.', ' '),
    };
}
