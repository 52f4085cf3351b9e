using System.Globalization;
using Archive.EventLog;
using Archive.Ledger;

namespace Archive.Projection;

/// <summary>
/// What keeps an archive from being ready. That nobody projects at the moment is none of it: whoever waits for an answer begins to.
/// </summary>
internal static class Readiness
{
    /// <summary>Why nothing more is projected until a person does something, or null.</summary>
    public static StatusProblem? WhyStopped(ProjectionFault? fault, LedgerHead head, ProjectionVersion version, bool projecting)
    {
        // Builds before this one left their own version's difference as if it were everybody's.
        if (fault is not null && fault.Code != ProjectionVersion.Differs)
            return new StatusProblem(fault.Code, fault.Message);
        // While a build of the head's version projects, this one's answers and changes are as good as that one's.
        return head.ProjectionVersion != version.Number && !projecting ? Of(version.Refusal(head.ProjectionVersion)) : null;
    }

    public static StatusProblem? OfClock(ClockReading clocks, ClockTolerance tolerance) =>
        clocks.IsOff(tolerance.Most) ? new StatusProblem("clock-off", clocks.Describe(tolerance.Most)) : null;

    /// <summary>A head from which time has to catch up: until then entries follow it by a microsecond each, and their times say nothing.</summary>
    public static StatusProblem? OfHead(LedgerHead head, ClockReading clocks, ClockTolerance tolerance)
    {
        if (head.RecordedAt is not { } recorded || recorded - clocks.Database - (clocks.RoundTrip / 2) <= tolerance.Most)
            return null;
        return new StatusProblem("head-in-future", string.Create(
            CultureInfo.InvariantCulture,
            $"Entry {head.Entry} was recorded {(recorded - clocks.Database).TotalSeconds:0.0} seconds in the future of the database's clock: it bears {recorded:yyyy-MM-dd HH:mm:ss.fff} UTC, and the database's clock says {clocks.Database:yyyy-MM-dd HH:mm:ss.fff} UTC. What is recorded until then bears times a microsecond after it. Either the database's clock was set back, which is mended by setting it right, or a node's clock was ahead: then it passes by itself at that time, and until then it is better to record nothing."));
    }

    private static StatusProblem Of(ProjectionStoppedException stopped) => new(stopped.Code, stopped.Message);
}
