namespace EventStore.Client;

/// <summary>A filter on the names of streams.</summary>
public readonly struct StreamFilter : IEventFilter, IEquatable<StreamFilter>
{
    public static readonly StreamFilter None;

    private readonly PrefixFilterExpression[]? prefixes;

    private StreamFilter(uint maxSearchWindow, string[] prefixes)
    {
        if (prefixes.Length == 0)
            throw new ArgumentException("Give at least one prefix.", nameof(prefixes));
        ArgumentOutOfRangeException.ThrowIfZero(maxSearchWindow);
        this.prefixes = Array.ConvertAll(prefixes, prefix => new PrefixFilterExpression(prefix));
        MaxSearchWindow = maxSearchWindow;
    }

    private StreamFilter(uint maxSearchWindow, RegularFilterExpression regex)
    {
        ArgumentOutOfRangeException.ThrowIfZero(maxSearchWindow);
        Regex = regex;
        MaxSearchWindow = maxSearchWindow;
    }

    public PrefixFilterExpression[] Prefixes => prefixes ?? [];

    public RegularFilterExpression Regex { get; }

    public uint? MaxSearchWindow { get; }

    public static bool operator ==(StreamFilter left, StreamFilter right) => left.Equals(right);

    public static bool operator !=(StreamFilter left, StreamFilter right) => !left.Equals(right);

    public static IEventFilter Prefix(string prefix) => new StreamFilter(32, [prefix]);

    /// <exception cref="ArgumentException">There is no prefix.</exception>
    public static IEventFilter Prefix(params string[] prefixes) => new StreamFilter(32, prefixes);

    /// <exception cref="ArgumentException">There is no prefix, or the window is 0.</exception>
    public static IEventFilter Prefix(uint maxSearchWindow, params string[] prefixes) => new StreamFilter(maxSearchWindow, prefixes);

    /// <exception cref="ArgumentException">The window is 0.</exception>
    public static IEventFilter RegularExpression(string regex, uint maxSearchWindow = 32) => new StreamFilter(maxSearchWindow, new RegularFilterExpression(regex));

    public bool Equals(StreamFilter other) => Prefixes.AsSpan().SequenceEqual(other.Prefixes) && Regex == other.Regex && MaxSearchWindow == other.MaxSearchWindow;

    public override bool Equals(object? obj) => obj is StreamFilter other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Prefixes.Length, Regex, MaxSearchWindow);

    public override string ToString() => this == None
        ? "(none)"
        : $"{nameof(StreamFilter)} {(Prefixes.Length == 0 ? Regex.ToString() : $"[{string.Join(", ", Prefixes)}]")}";
}
