namespace Archive.IntegrationTests.Adversity;

/// <summary>The machine's clock, wrong by as much as a test says; and a minute passes when it says so.</summary>
internal sealed class ShiftedClock(TimeSpan shift) : TimeProvider
{
    private long _shift = shift.Ticks;
    private long _passed;

    /// <summary>Sets the clock.</summary>
    public void Shift(TimeSpan by) => Interlocked.Exchange(ref _shift, by.Ticks);

    /// <summary>Runs the machine's time on, but not what its clock shows.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref _passed, time.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _shift));

    public override long GetTimestamp() => System.GetTimestamp() + (long)(Interlocked.Read(ref _passed) / (double)TimeSpan.TicksPerSecond * System.TimestampFrequency);
}
