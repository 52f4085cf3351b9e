using System.Diagnostics;
using System.Globalization;

namespace Archive.Benchmarks;

/// <summary>Measured times, in milliseconds.</summary>
internal sealed class Samples
{
    private readonly List<double> _milliseconds = [];

    public double Median => Percentile(0.5);

    public async Task TimeAsync(Func<Task> job)
    {
        var began = Stopwatch.GetTimestamp();
        await job();
        Add(Stopwatch.GetElapsedTime(began));
    }

    public void Add(TimeSpan time)
    {
        lock (_milliseconds)
            _milliseconds.Add(time.TotalMilliseconds);
    }

    public double Percentile(double part)
    {
        var sorted = _milliseconds.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
    }

    public static string Milliseconds(double value) => value.ToString("0.00", CultureInfo.InvariantCulture) + " ms";

    public static string PerSecond(double value) => value.ToString("N0", CultureInfo.InvariantCulture) + "/s";

    /// <summary>Job and anchor in turn, at least three times each, after one round that is not counted. What one leaves to be collected is no matter of the other.</summary>
    public static async Task<(Samples Job, Samples Anchor)> InTurnAsync(int rounds, Func<Task> job, Func<Task> anchor)
    {
        await job();
        await anchor();
        var (jobs, anchors) = (new Samples(), new Samples());
        for (var i = 0; i < Math.Max(3, rounds); i++)
        {
            GC.Collect();
            await jobs.TimeAsync(job);
            GC.Collect();
            await anchors.TimeAsync(anchor);
        }

        return (jobs, anchors);
    }
}
