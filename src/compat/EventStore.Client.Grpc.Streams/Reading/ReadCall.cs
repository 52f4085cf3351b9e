using System.Runtime.CompilerServices;
using EventStore.Client.Protocol.Streams;
using Grpc.Core;

namespace EventStore.Client;

/// <summary>One call that reads, opened when its first message is asked for. What is not taken is not sent for: the server waits.</summary>
internal sealed class ReadCall(
    Connection connection, ReadReq request, EventStoreClientSettings settings, TimeSpan? deadline, UserCredentials? credentials, CancellationToken cancellation) : IDisposable
{
    // Linked to the caller's token only while the call is open: one that is never opened or left behind would hold on to it.
    private readonly CancellationTokenSource ending = new();
    private readonly Lock gate = new();
    private Task<StreamMessage?>? first;
    private Line? line;
    private AsyncServerStreamingCall<ReadResp>? call;
    private CancellationTokenRegistration caller;
    private int taken;

    /// <summary>What the server says first, without taking it away; null when it says nothing.</summary>
    public Task<StreamMessage?> FirstAsync()
    {
        lock (gate)
            return first ??= OpenAsync();
    }

    /// <exception cref="InvalidOperationException">The messages were taken before.</exception>
    /// <exception cref="OperationCanceledException">The call was ended from this side.</exception>
    public async IAsyncEnumerable<StreamMessage> TakeAsync([EnumeratorCancellation] CancellationToken enumeration = default)
    {
        if (Interlocked.Exchange(ref taken, 1) == 1)
            throw new InvalidOperationException("The messages of a call can be taken only once. Read again.");
        await using var registration = End(enumeration);
        try
        {
            for (var message = await FirstAsync(); message is not null; message = await NextAsync())
                yield return message;
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Ends the call. Whoever waits for a message of it is told that it was cancelled.</summary>
    public void Dispose()
    {
        ending.Cancel();
        call?.Dispose();
        caller.Dispose();
    }

    private async Task<StreamMessage?> OpenAsync()
    {
        caller = End(cancellation);
        line = await connection.LineAsync(ending.Token);
        call = line.Streams.Read(request, Calls.Options(settings, deadline, credentials, ending.Token));
        return await NextAsync();
    }

    private async ValueTask<StreamMessage?> NextAsync()
    {
        try
        {
            return await call!.ResponseStream.MoveNext(CancellationToken.None) ? StreamMessages.Of(call.ResponseStream.Current) : null;
        }
        catch (Exception failure) when (failure is RpcException or ObjectDisposedException)
        {
            ending.Token.ThrowIfCancellationRequested();
            if (failure is RpcException told)
                throw connection.Failed(line!, told);
            throw;
        }
    }

    private CancellationTokenRegistration End(CancellationToken token) =>
        token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), ending);
}
