using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.AspNetCore.Connections;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>The open TCP connections, so that they can be reset under the calls on them.</summary>
internal sealed class DoubleConnections
{
    private readonly ConcurrentDictionary<string, ConnectionContext> _open = new(StringComparer.Ordinal);

    public int Count => _open.Count;

    public async Task HoldAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        _open[connection.ConnectionId] = connection;
        try
        {
            await next(connection);
        }
        finally
        {
            _open.TryRemove(connection.ConnectionId, out _);
        }
    }

    /// <summary>Resets the connection of a call and waits until the call knows; it does not return.</summary>
    public async Task ResetAsync(ServerCallContext context)
    {
        if (_open.TryGetValue(context.GetHttpContext().Connection.Id, out var connection))
            connection.Abort(new ConnectionAbortedException("reset on demand"));
        await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
    }

    public void ResetAll()
    {
        foreach (var connection in _open.Values)
            connection.Abort(new ConnectionAbortedException("reset on demand"));
    }
}
