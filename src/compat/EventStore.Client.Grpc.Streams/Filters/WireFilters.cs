using EventStore.Client.Protocol.Streams;

namespace EventStore.Client;

/// <summary>Filters as the server wants them: exactly one expression, and always a window.</summary>
internal static class WireFilters
{
    /// <param name="checkpointInterval">0 for a read, which has no checkpoints.</param>
    public static void Set(this ReadReq.Types.Options options, IEventFilter? filter, uint checkpointInterval = 0)
    {
        if (filter is null || (filter.Prefixes.Length == 0 && filter.Regex == RegularFilterExpression.None))
        {
            options.NoFilter = new();
            return;
        }

        options.Filter = new() { CheckpointIntervalMultiplier = checkpointInterval };
        if (filter.MaxSearchWindow is { } window)
            options.Filter.Max = window;
        else
            options.Filter.Count = new();
        if (filter is EventTypeFilter)
            options.Filter.EventType = Expression(filter);
        else
            options.Filter.StreamIdentifier = Expression(filter);
    }

    private static ReadReq.Types.Options.Types.FilterOptions.Types.Expression Expression(IEventFilter filter) => filter.Prefixes.Length == 0
        ? new() { Regex = filter.Regex.ToString() }
        : new() { Prefix = { filter.Prefixes.Select(prefix => prefix.ToString()) } };
}
