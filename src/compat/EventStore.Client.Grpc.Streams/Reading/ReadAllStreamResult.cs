using System.Runtime.CompilerServices;

namespace EventStore.Client;

public sealed partial class EventStoreClient
{
    /// <summary>All streams that are read, once: either their events or all that the server says.</summary>
    public class ReadAllStreamResult : IAsyncEnumerable<ResolvedEvent>
    {
        private readonly ReadCall call;

        internal ReadAllStreamResult(ReadCall call) => this.call = call;

        /// <summary>Known once <see cref="Messages"/> has said it.</summary>
        public Position? LastPosition { get; private set; }

        public IAsyncEnumerable<StreamMessage> Messages => MessagesAsync();

        public async IAsyncEnumerator<ResolvedEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await foreach (var message in call.TakeAsync(cancellationToken))
            {
                if (message is StreamMessage.Event read)
                    yield return read.ResolvedEvent;
            }
        }

        private async IAsyncEnumerable<StreamMessage> MessagesAsync([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            await foreach (var message in call.TakeAsync(cancellation))
            {
                if (message is StreamMessage.LastAllStreamPosition last)
                    LastPosition = last.Position;
                yield return message;
            }
        }
    }
}
