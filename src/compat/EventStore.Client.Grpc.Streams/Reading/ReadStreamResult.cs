using System.Runtime.CompilerServices;

namespace EventStore.Client;

public sealed partial class EventStoreClient
{
    /// <summary>A stream that is read, once: either its events or all that the server says.</summary>
    public class ReadStreamResult : IAsyncEnumerable<ResolvedEvent>
    {
        private readonly ReadCall call;
        private Task<ReadState>? state;

        internal ReadStreamResult(string streamName, ReadCall call)
        {
            StreamName = streamName;
            this.call = call;
        }

        public string StreamName { get; }

        /// <summary>Known once <see cref="Messages"/> has said it.</summary>
        public StreamPosition? FirstStreamPosition { get; private set; }

        /// <inheritdoc cref="FirstStreamPosition" />
        public StreamPosition? LastStreamPosition { get; private set; }

        /// <summary>Whether the stream is there. Opens the call.</summary>
        public Task<ReadState> ReadState => state ??= StateAsync();

        public IAsyncEnumerable<StreamMessage> Messages => MessagesAsync();

        /// <exception cref="StreamNotFoundException">While enumerating: the stream is not there.</exception>
        public async IAsyncEnumerator<ResolvedEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await foreach (var message in call.TakeAsync(cancellationToken))
            {
                if (message is StreamMessage.Event read)
                    yield return read.ResolvedEvent;
                else if (message is StreamMessage.NotFound)
                    throw new StreamNotFoundException(StreamName);
            }
        }

        private async Task<ReadState> StateAsync() =>
            await call.FirstAsync() is StreamMessage.NotFound ? Client.ReadState.StreamNotFound : Client.ReadState.Ok;

        private async IAsyncEnumerable<StreamMessage> MessagesAsync([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            if (await ReadState == Client.ReadState.Ok)
                yield return StreamMessage.Ok.Instance;
            await foreach (var message in call.TakeAsync(cancellation))
            {
                if (message is StreamMessage.FirstStreamPosition first)
                    FirstStreamPosition = first.StreamPosition;
                else if (message is StreamMessage.LastStreamPosition last)
                    LastStreamPosition = last.StreamPosition;
                yield return message;
            }
        }
    }
}
