namespace EventStore.Client;

/// <summary>Where a subscription to all streams starts. The position named is the last one not wanted.</summary>
public readonly record struct FromAll : IComparable<FromAll>
{
    public static readonly FromAll Start;

    public static readonly FromAll End = new(Position.End);

    private readonly Position? position;

    private FromAll(Position position) => this.position = position;

    public static bool operator <(FromAll left, FromAll right) => left.CompareTo(right) < 0;

    public static bool operator >(FromAll left, FromAll right) => left.CompareTo(right) > 0;

    public static bool operator <=(FromAll left, FromAll right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FromAll left, FromAll right) => left.CompareTo(right) >= 0;

    /// <exception cref="ArgumentException">The position is <see cref="Position.End"/>: use <see cref="End"/>.</exception>
    public static FromAll After(Position position) => position == Position.End
        ? throw new ArgumentException("Use FromAll.End.", nameof(position))
        : new FromAll(position);

    /// <exception cref="InvalidOperationException">It is <see cref="Start"/>, which has no position.</exception>
    public (ulong commitPosition, ulong preparePosition) ToUInt64() => position is { } after
        ? (after.CommitPosition, after.PreparePosition)
        : throw new InvalidOperationException("FromAll.Start has no position.");

    public int CompareTo(FromAll other) => Nullable.Compare(position, other.position);

    public override string ToString() => position switch
    {
        null => nameof(Start),
        { } after when after == Position.End => "Live",
        { } after => after.ToString(),
    };
}
