using System.Globalization;

namespace Archive.EventLog;

/// <summary>This node's clock and the database's at one moment.</summary>
/// <param name="Node">This node's, in the middle of the round trip.</param>
/// <param name="Database">The database's.</param>
/// <param name="RoundTrip">How long the question took; by up to half of it the moments are apart.</param>
internal sealed record ClockReading(DateTimeOffset Node, DateTimeOffset Database, TimeSpan RoundTrip)
{
    public TimeSpan Difference => Node - Database;

    /// <summary>Whether the clocks are certainly further apart than <paramref name="most"/>.</summary>
    public bool IsOff(TimeSpan most) => Difference.Duration() - (RoundTrip / 2) > most;

    public string Describe(TimeSpan most) => string.Create(
        CultureInfo.InvariantCulture,
        $"This node's clock is {Difference.Duration().TotalSeconds:0.0} seconds {(Difference > TimeSpan.Zero ? "ahead of" : "behind")} the database's: it says {Node:yyyy-MM-dd HH:mm:ss.fff} UTC, the database's {Database:yyyy-MM-dd HH:mm:ss.fff} UTC. While they are more than {most.TotalSeconds:0} seconds apart nothing is recorded from here, since it would bear a wrong time for ever; questions are answered. Set the wrong clock right, with NTP for example; this node goes on by itself.");
}
