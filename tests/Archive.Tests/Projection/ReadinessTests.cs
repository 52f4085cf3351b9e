using Archive.EventLog;
using Archive.Ledger;
using Archive.Projection;

namespace Archive.Tests.Projection;

public sealed class ReadinessTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(2.0, 0, false)]
    [InlineData(-2.0, 0, false)]
    [InlineData(2.1, 0, true)]
    [InlineData(-2.1, 0, true)]
    [InlineData(2.4, 1, false)]
    [InlineData(2.6, 1, true)]
    public void A_clock_is_off_when_it_certainly_is_for_half_of_the_round_trip_may_be_error(double difference, double roundTrip, bool isOff)
    {
        var reading = new ClockReading(Now.AddSeconds(difference), Now, TimeSpan.FromSeconds(roundTrip));

        (Readiness.OfClock(reading, ClockTolerance.Usual) is { Code: "clock-off" }).ShouldBe(isOff);
    }

    [Theory]
    [InlineData(2.0, false)]
    [InlineData(2.1, true)]
    [InlineData(-3_600, false)]
    public void A_head_is_in_the_future_of_the_databases_clock_and_never_of_this_nodes(double ahead, bool isProblem)
    {
        var reading = new ClockReading(Now.AddHours(-1), Now, TimeSpan.Zero);

        (Readiness.OfHead(Head(2, Now.AddSeconds(ahead)), reading, ClockTolerance.Usual) is { Code: "head-in-future" }).ShouldBe(isProblem);
    }

    [Fact]
    public void Before_the_first_entry_there_is_no_head_in_the_future() =>
        Readiness.OfHead(Head(2, null), new ClockReading(Now, Now, TimeSpan.Zero), ClockTolerance.Usual).ShouldBeNull();

    [Theory]
    [InlineData(2, false, null, null)]
    [InlineData(2, true, null, null)]
    [InlineData(1, true, null, null)]
    [InlineData(1, false, null, "projection-version")]
    [InlineData(2, true, "event-unprojectable", "event-unprojectable")]
    [InlineData(1, true, "log-diverged", "log-diverged")]
    [InlineData(2, false, "projection-version", null)]
    public void Another_version_is_a_problem_only_where_nobody_projects_and_a_stop_always_is(int head, bool projecting, string? fault, string? problem) =>
        (Readiness.WhyStopped(
            fault is null ? null : new ProjectionFault { Code = fault, Message = "Stopped." }, Head(head, Now), new ProjectionVersion(2), projecting)?.Code).ShouldBe(problem);

    private static LedgerHead Head(int version, DateTimeOffset? recordedAt) => new()
    {
        LogId = Guid.Empty,
        LogName = "log",
        Commit = 0,
        Prepare = 0,
        Entry = 0,
        RecordedAt = recordedAt,
        ProjectionVersion = version,
    };
}
