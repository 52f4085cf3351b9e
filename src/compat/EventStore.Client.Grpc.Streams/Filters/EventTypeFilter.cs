namespace EventStore.Client;

/// <summary>A filter on the types of events.</summary>
public readonly struct EventTypeFilter : IEventFilter, IEquatable<EventTypeFilter>
{
    public static readonly EventTypeFilter None;

    private readonly PrefixFilterExpression[]? prefixes;

    private EventTypeFilter(uint maxSearchWindow, string[] prefixes)
    {
        if (prefixes.Length == 0)
            throw new ArgumentException("Give at least one prefix.", nameof(prefixes));
        ArgumentOutOfRangeException.ThrowIfZero(maxSearchWindow);
        this.prefixes = Array.ConvertAll(prefixes, prefix => new PrefixFilterExpression(prefix));
        MaxSearchWindow = maxSearchWindow;
    }

    private EventTypeFilter(uint maxSearchWindow, RegularFilterExpression regex)
    {
        ArgumentOutOfRangeException.ThrowIfZero(maxSearchWindow);
        Regex = regex;
        MaxSearchWindow = maxSearchWindow;
    }

    public PrefixFilterExpression[] Prefixes => prefixes ?? [];

    public RegularFilterExpression Regex { get; }

    public uint? MaxSearchWindow { get; }

    public static bool operator ==(EventTypeFilter left, EventTypeFilter right) => left.Equals(right);

    public static bool operator !=(EventTypeFilter left, EventTypeFilter right) => !left.Equals(right);

    /// <summary>All types but those that begin with the dollar sign.</summary>
    public static EventTypeFilter ExcludeSystemEvents(uint maxSearchWindow = 32) => new(maxSearchWindow, RegularFilterExpression.ExcludeSystemEvents);

    public static IEventFilter Prefix(string prefix) => new EventTypeFilter(32, [prefix]);

    /// <exception cref="ArgumentException">There is no prefix.</exception>
    public static IEventFilter Prefix(params string[] prefixes) => new EventTypeFilter(32, prefixes);

    /// <exception cref="ArgumentException">There is no prefix, or the window is 0.</exception>
    public static IEventFilter Prefix(uint maxSearchWindow, params string[] prefixes) => new EventTypeFilter(maxSearchWindow, prefixes);

    /// <exception cref="ArgumentException">The window is 0.</exception>
    public static IEventFilter RegularExpression(string regex, uint maxSearchWindow = 32) => new EventTypeFilter(maxSearchWindow, new RegularFilterExpression(regex));

    public bool Equals(EventTypeFilter other) => Prefixes.AsSpan().SequenceEqual(other.Prefixes) && Regex == other.Regex && MaxSearchWindow == other.MaxSearchWindow;

    public override bool Equals(object? obj) => obj is EventTypeFilter other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Prefixes.Length, Regex, MaxSearchWindow);

    public override string ToString() => this == None
        ? "(none)"
        : $"{nameof(EventTypeFilter)} {(Prefixes.Length == 0 ? Regex.ToString() : $"[{string.Join(", ", Prefixes)}]")}";
}
