using System.Text.RegularExpressions;
using EventStore.Client.Protocol.Streams;
using FilterOptions = EventStore.Client.Protocol.Streams.ReadReq.Types.Options.Types.FilterOptions;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>A filter of $all: which events match, and how many are looked at before the server says where it is.</summary>
internal sealed record ReadFilter(Func<DoubleEvent, bool> Matches, int Window, int CheckpointInterval)
{
    // What the server reads at a time when the window is given as a count.
    public const int PageSize = 32;

    public static ReadFilter None { get; } = new(_ => true, int.MaxValue, 0);

    public static ReadFilter Of(FilterOptions options)
    {
        var window = options.WindowCase switch
        {
            FilterOptions.WindowOneofCase.Max => (int)options.Max,
            FilterOptions.WindowOneofCase.Count => PageSize,
            _ => throw WireRefusals.InvalidArgument("A filter without a window"),
        };
        return new ReadFilter(Matching(options), window, window * (int)options.CheckpointIntervalMultiplier);
    }

    private static Func<DoubleEvent, bool> Matching(FilterOptions options)
    {
        switch (options.FilterCase)
        {
            case FilterOptions.FilterOneofCase.EventType:
                var type = Expression(options.EventType);
                return stored => type(stored.Type);
            case FilterOptions.FilterOneofCase.StreamIdentifier:
                var stream = Expression(options.StreamIdentifier);
                return stored => stream(stored.Stream);
            default:
                throw WireRefusals.InvalidArgument("A filter by neither stream nor type");
        }
    }

    private static Func<string, bool> Expression(FilterOptions.Types.Expression expression)
    {
        if (expression.Regex.Length > 0)
            return new Regex(expression.Regex, RegexOptions.None, TimeSpan.FromSeconds(1)).IsMatch;
        string[] prefixes = [.. expression.Prefix];
        return text => Array.Exists(prefixes, prefix => text.StartsWith(prefix, StringComparison.Ordinal));
    }
}
