using System.Runtime.CompilerServices;

namespace EventStore.Client;

public sealed partial class EventStoreClient
{
    /// <summary>All streams as they grow, taken once: either their events or all that the server says.</summary>
    public class StreamSubscriptionResult : IAsyncEnumerable<ResolvedEvent>, IAsyncDisposable, IDisposable
    {
        private readonly ReadCall call;

        internal StreamSubscriptionResult(ReadCall call) => this.call = call;

        /// <summary>Known once <see cref="Messages"/> has said it.</summary>
        public string? SubscriptionId { get; private set; }

        public IAsyncEnumerable<StreamMessage> Messages => MessagesAsync();

        public async IAsyncEnumerator<ResolvedEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await foreach (var message in call.TakeAsync(cancellationToken))
            {
                if (message is StreamMessage.Event read)
                    yield return read.ResolvedEvent;
            }
        }

        /// <summary>Unsubscribes.</summary>
        public void Dispose() => call.Dispose();

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private async IAsyncEnumerable<StreamMessage> MessagesAsync([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            await foreach (var message in call.TakeAsync(cancellation))
            {
                if (message is StreamMessage.SubscriptionConfirmation confirmation)
                    SubscriptionId = confirmation.SubscriptionId;
                yield return message;
            }
        }
    }
}
