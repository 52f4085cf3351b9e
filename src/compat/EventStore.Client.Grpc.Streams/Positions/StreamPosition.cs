using System.Globalization;

namespace EventStore.Client;

/// <summary>The number of an event in its stream. From 0; at most <see cref="long.MaxValue"/>.</summary>
public readonly record struct StreamPosition : IComparable<StreamPosition>
{
    public static readonly StreamPosition Start;

    /// <summary>After the last event.</summary>
    public static readonly StreamPosition End = new(ulong.MaxValue);

    private readonly ulong value;

    /// <exception cref="ArgumentOutOfRangeException">The value is above <see cref="long.MaxValue"/> and is not <see cref="End"/>'s.</exception>
    public StreamPosition(ulong value)
    {
        if (value is > long.MaxValue and < ulong.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(value), value, "Give at most long.MaxValue.");
        this.value = value;
    }

    public static implicit operator ulong(StreamPosition streamPosition) => streamPosition.value;

    public static implicit operator StreamPosition(ulong value) => new(value);

    public static StreamPosition operator +(StreamPosition left, ulong right) => new(checked(left.value + right));

    public static StreamPosition operator -(StreamPosition left, ulong right) => new(checked(left.value - right));

    public static bool operator >(StreamPosition left, StreamPosition right) => left.value > right.value;

    public static bool operator <(StreamPosition left, StreamPosition right) => left.value < right.value;

    public static bool operator >=(StreamPosition left, StreamPosition right) => left.value >= right.value;

    public static bool operator <=(StreamPosition left, StreamPosition right) => left.value <= right.value;

    /// <summary><see cref="End"/> for -1.</summary>
    /// <exception cref="OverflowException">The value is below -1.</exception>
    public static StreamPosition FromInt64(long value) => value == -1 ? End : new(Convert.ToUInt64(value));

    /// <exception cref="ArgumentOutOfRangeException">It is <see cref="StreamRevision.None"/>.</exception>
    public static StreamPosition FromStreamRevision(StreamRevision revision) => revision == StreamRevision.None
        ? throw new ArgumentOutOfRangeException(nameof(revision), "StreamRevision.None has no counterpart.")
        : new(revision.ToUInt64());

    public StreamPosition Next() => this + 1;

    /// <summary>-1 for <see cref="End"/>.</summary>
    public long ToInt64() => this == End ? -1 : (long)value;

    public ulong ToUInt64() => value;

    public int CompareTo(StreamPosition other) => value.CompareTo(other.value);

    public override string ToString() => this == End ? nameof(End) : value.ToString(CultureInfo.InvariantCulture);
}
