using Archive.Domain.Ledger;
using CsCheck;

namespace Archive.Tests.Ledger;

public sealed class RecordedTimeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<DateTimeOffset> Time =
        Gen.Select(Gen.Long[TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay], Gen.Int[-14, 14],
            (ticks, hours) => new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(TimeSpan.FromHours(hours)));

    [Fact]
    public void A_time_is_written_in_utc_with_six_digits_and_z()
    {
        RecordedTime.Format(new DateTimeOffset(2026, 11, 24, 3, 2, 3, TimeSpan.FromHours(2)).AddTicks(49)).ShouldBe("2026-11-24T01:02:03.000004Z");
        RecordedTime.Format(DateTimeOffset.MinValue).ShouldBe("0001-01-01T00:00:00.000000Z");
        RecordedTime.Format(DateTimeOffset.MaxValue).ShouldBe("9999-12-31T23:59:59.999999Z");
    }

    [Fact]
    public void A_time_that_was_written_reads_back_truncated() =>
        Time.Sample(time =>
        {
            var back = RecordedTime.Parse(RecordedTime.Format(time));
            back.ShouldBe(RecordedTime.TruncateToMicroseconds(time));
            back.Offset.ShouldBe(TimeSpan.Zero);
            (time - back).Ticks.ShouldBeInRange(0, 9);
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-11-24T01:02:03Z")]
    [InlineData("2026-11-24T01:02:03.00000Z")]
    [InlineData("2026-11-24T01:02:03.0000040Z")]
    [InlineData("2026-11-24T01:02:03.000004")]
    [InlineData("2026-11-24T01:02:03.000004z")]
    [InlineData("2026-11-24t01:02:03.000004Z")]
    [InlineData("2026-11-24 01:02:03.000004Z")]
    [InlineData("2026-11-24T01:02:03,000004Z")]
    [InlineData("2026-11-24T01:02:03.000004+00:00")]
    [InlineData(" 2026-11-24T01:02:03.000004Z")]
    [InlineData("2026-11-24T01:02:03.000004Z ")]
    [InlineData("2026-11-24T1:02:03.000004Z")]
    [InlineData("2026-11-24T24:00:00.000000Z")]
    [InlineData("2026-11-24T23:59:60.000000Z")]
    [InlineData("2025-02-29T00:00:00.000000Z")]
    [InlineData("0000-01-01T00:00:00.000000Z")]
    [InlineData("٢٠٢٦-11-24T01:02:03.000004Z")]
    public void Any_other_form_is_refused(string? text)
    {
        RecordedTime.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => RecordedTime.Parse(text!));
    }

    [Fact]
    public void The_first_entry_is_recorded_when_it_was_appended() =>
        RecordedTime.Next(null, Noon.AddTicks(15)).ShouldBe(Noon.AddTicks(10));

    [Fact]
    public void A_later_append_keeps_its_own_time() =>
        RecordedTime.Next(Noon, Noon.AddSeconds(1)).ShouldBe(Noon.AddSeconds(1));

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(-36_000_000_000)]
    public void An_append_that_is_not_later_is_recorded_a_microsecond_after_the_entry_before(long ticksAfter) =>
        RecordedTime.Next(Noon, Noon.AddTicks(ticksAfter)).ShouldBe(Noon.AddTicks(10));

    [Fact]
    public void Recorded_times_strictly_increase_whatever_the_clock_does() =>
        Time.Array[1, 20].Sample(clock =>
        {
            DateTimeOffset? previous = null;
            foreach (var appendedAt in clock)
            {
                var next = RecordedTime.Next(previous, appendedAt);
                if (previous is { } last) next.ShouldBeGreaterThan(last);
                next.ShouldBeGreaterThanOrEqualTo(RecordedTime.TruncateToMicroseconds(appendedAt));
                RecordedTime.TruncateToMicroseconds(next).ShouldBe(next);
                previous = next;
            }
        });

    [Fact]
    public void After_the_last_microsecond_there_is_none() =>
        Should.Throw<ArgumentOutOfRangeException>(() => RecordedTime.Next(DateTimeOffset.MaxValue, Noon));
}
