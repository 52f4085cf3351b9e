using System.Globalization;

namespace EventStore.Client;

/// <summary>The revision that a stream is expected to be at: the number of its last event. From 0; at most <see cref="long.MaxValue"/>.</summary>
public readonly record struct StreamRevision : IComparable<StreamRevision>
{
    /// <summary>There is no stream.</summary>
    public static readonly StreamRevision None = new(ulong.MaxValue);

    private readonly ulong value;

    /// <exception cref="ArgumentOutOfRangeException">The value is above <see cref="long.MaxValue"/> and is not <see cref="None"/>'s.</exception>
    public StreamRevision(ulong value)
    {
        if (value is > long.MaxValue and < ulong.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(value), value, "Give at most long.MaxValue.");
        this.value = value;
    }

    public static implicit operator ulong(StreamRevision streamRevision) => streamRevision.value;

    public static implicit operator StreamRevision(ulong value) => new(value);

    public static StreamRevision operator +(StreamRevision left, ulong right) => new(checked(left.value + right));

    public static StreamRevision operator -(StreamRevision left, ulong right) => new(checked(left.value - right));

    public static bool operator >(StreamRevision left, StreamRevision right) => left.value > right.value;

    public static bool operator <(StreamRevision left, StreamRevision right) => left.value < right.value;

    public static bool operator >=(StreamRevision left, StreamRevision right) => left.value >= right.value;

    public static bool operator <=(StreamRevision left, StreamRevision right) => left.value <= right.value;

    /// <summary><see cref="None"/> for -1.</summary>
    /// <exception cref="OverflowException">The value is below -1.</exception>
    public static StreamRevision FromInt64(long value) => value == -1 ? None : new(Convert.ToUInt64(value));

    /// <exception cref="ArgumentOutOfRangeException">It is <see cref="StreamPosition.End"/>.</exception>
    public static StreamRevision FromStreamPosition(StreamPosition position) => position == StreamPosition.End
        ? throw new ArgumentOutOfRangeException(nameof(position), "StreamPosition.End has no counterpart.")
        : new(position.ToUInt64());

    public StreamRevision Next() => this + 1;

    /// <summary>-1 for <see cref="None"/>.</summary>
    public long ToInt64() => this == None ? -1 : (long)value;

    public ulong ToUInt64() => value;

    public int CompareTo(StreamRevision other) => value.CompareTo(other.value);

    public override string ToString() => this == None ? nameof(None) : value.ToString(CultureInfo.InvariantCulture);
}
