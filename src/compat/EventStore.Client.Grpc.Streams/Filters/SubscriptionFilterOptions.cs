namespace EventStore.Client;

/// <summary>The filter of a subscription, and how often the server says how far it is when nothing matches.</summary>
public class SubscriptionFilterOptions
{
    /// <param name="checkpointInterval">In windows of the filter, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is 0.</exception>
    public SubscriptionFilterOptions(IEventFilter filter, uint checkpointInterval = 1)
    {
        ArgumentOutOfRangeException.ThrowIfZero(checkpointInterval);
        Filter = filter;
        CheckpointInterval = checkpointInterval;
    }

    public IEventFilter Filter { get; }

    public uint CheckpointInterval { get; }
}
