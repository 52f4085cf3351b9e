namespace Archive.EventLog;

/// <summary>
/// How far a clock may be from the database's. No setting changes it: only tests, which have clocks of their own, put another in its place.
/// </summary>
internal sealed record ClockTolerance(TimeSpan Most)
{
    public static readonly ClockTolerance Usual = new(TimeSpan.FromSeconds(2));

    /// <summary>Whatever the clock says is taken.</summary>
    public static readonly ClockTolerance Unlimited = new(TimeSpan.MaxValue);
}
