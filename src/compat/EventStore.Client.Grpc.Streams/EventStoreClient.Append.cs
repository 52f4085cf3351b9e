using EventStore.Client.Protocol.Streams;
using Grpc.Core;

namespace EventStore.Client;

public sealed partial class EventStoreClient
{
    /// <summary>Appends all events or none. After a failure that is not one of the typed exceptions it is unknown which; the same ids can be sent again.</summary>
    /// <param name="deadline">Null for the settings' own, infinite for none.</param>
    /// <exception cref="WrongExpectedVersionException">The stream is at another revision, unless the options ask for a result in its place.</exception>
    /// <exception cref="StreamDeletedException">The stream is gone for good.</exception>
    /// <exception cref="MaximumAppendSizeExceededException">The events are too large together.</exception>
    /// <exception cref="RpcException">The call failed, was cancelled, or took too long.</exception>
    public Task<IWriteResult> AppendToStreamAsync(
        string streamName,
        StreamRevision expectedRevision,
        IEnumerable<EventData> eventData,
        Action<EventStoreClientOperationOptions>? configureOperationOptions = null,
        TimeSpan? deadline = null,
        UserCredentials? userCredentials = null,
        CancellationToken cancellationToken = default) =>
        AppendAsync(streamName, AppendMessages.Expecting(expectedRevision), eventData, configureOperationOptions, deadline, userCredentials, cancellationToken);

    /// <inheritdoc cref="AppendToStreamAsync(string, StreamRevision, IEnumerable{EventData}, Action{EventStoreClientOperationOptions}?, TimeSpan?, UserCredentials?, CancellationToken)" />
    public Task<IWriteResult> AppendToStreamAsync(
        string streamName,
        StreamState expectedState,
        IEnumerable<EventData> eventData,
        Action<EventStoreClientOperationOptions>? configureOperationOptions = null,
        TimeSpan? deadline = null,
        UserCredentials? userCredentials = null,
        CancellationToken cancellationToken = default) =>
        AppendAsync(streamName, AppendMessages.Expecting(expectedState), eventData, configureOperationOptions, deadline, userCredentials, cancellationToken);

    private async Task<IWriteResult> AppendAsync(
        string stream, AppendReq.Types.Options expecting, IEnumerable<EventData> events,
        Action<EventStoreClientOperationOptions>? configure, TimeSpan? deadline, UserCredentials? credentials, CancellationToken cancellation)
    {
        var operation = settings.OperationOptions.Clone();
        configure?.Invoke(operation);
        expecting.StreamIdentifier = AppendMessages.Stream(stream);
        var header = new AppendReq { Options = expecting };
        // Before the call: a caller's sequence that throws or waits leaves no half an append open.
        var messages = events.Select(AppendMessages.Of).ToArray();

        var line = await connection.LineAsync(cancellation);
        using var call = line.Streams.Append(Calls.Options(settings, deadline ?? settings.DefaultDeadline, credentials, cancellation));
        try
        {
            await WriteAsync(call.RequestStream, header, messages);
            return AppendAnswer.Read(await call.ResponseAsync, stream, operation);
        }
        catch (RpcException failure)
        {
            throw connection.Failed(line, failure);
        }
    }

    private static async Task WriteAsync(IClientStreamWriter<AppendReq> requests, AppendReq header, AppendReq[] messages)
    {
        // Held back until the end, so that a small append is one write to the connection.
        requests.WriteOptions = new WriteOptions(WriteFlags.BufferHint);
        try
        {
            await requests.WriteAsync(header);
            foreach (var message in messages)
                await requests.WriteAsync(message);
            await requests.CompleteAsync();
        }
        catch (Exception failure) when (failure is RpcException or InvalidOperationException)
        {
            // The server answered or hung up before it had heard everything. Its answer, which is awaited next, says why.
        }
    }
}
