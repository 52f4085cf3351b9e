using System.Globalization;

namespace EventStore.Client;

/// <summary>A place in the log of all streams, in bytes. The two parts need not be equal, and a checkpoint's prepare position can be 0.</summary>
public readonly record struct Position : IComparable<Position>
{
    public static readonly Position Start;

    public static readonly Position End = new(ulong.MaxValue, ulong.MaxValue);

    public readonly ulong CommitPosition;
    public readonly ulong PreparePosition;

    /// <exception cref="ArgumentOutOfRangeException">The commit position is below the prepare position, or one is above
    /// <see cref="long.MaxValue"/> and is not <see cref="End"/>'s.</exception>
    public Position(ulong commitPosition, ulong preparePosition)
    {
        if (commitPosition < preparePosition)
            throw new ArgumentOutOfRangeException(nameof(commitPosition), commitPosition, "Give a commit position that is not below the prepare position.");
        if (IsOutOfRange(commitPosition))
            throw new ArgumentOutOfRangeException(nameof(commitPosition), commitPosition, "Give at most long.MaxValue.");
        if (IsOutOfRange(preparePosition))
            throw new ArgumentOutOfRangeException(nameof(preparePosition), preparePosition, "Give at most long.MaxValue.");
        CommitPosition = commitPosition;
        PreparePosition = preparePosition;
    }

    public static bool operator <(Position p1, Position p2) => p1.CompareTo(p2) < 0;

    public static bool operator >(Position p1, Position p2) => p1.CompareTo(p2) > 0;

    public static bool operator <=(Position p1, Position p2) => p1.CompareTo(p2) <= 0;

    public static bool operator >=(Position p1, Position p2) => p1.CompareTo(p2) >= 0;

    /// <summary>Reads what <see cref="ToString"/> writes. Two numbers that are no position give false.</summary>
    public static bool TryParse(string value, out Position? position)
    {
        position = null;
        if (value.Split('/') is not [var first, var second] || !TryParse("C:", first, out var commit) || !TryParse("P:", second, out var prepare)
            || commit < prepare || IsOutOfRange(commit) || IsOutOfRange(prepare))
            return false;
        position = new Position(commit, prepare);
        return true;
    }

    public int CompareTo(Position other) => CommitPosition == other.CommitPosition
        ? PreparePosition.CompareTo(other.PreparePosition)
        : CommitPosition.CompareTo(other.CommitPosition);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"C:{CommitPosition}/P:{PreparePosition}");

    private static bool IsOutOfRange(ulong part) => part is > long.MaxValue and < ulong.MaxValue;

    private static bool TryParse(string prefix, string text, out ulong part)
    {
        part = 0;
        return text.StartsWith(prefix, StringComparison.Ordinal)
            && ulong.TryParse(text.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out part);
    }
}
