namespace Archive.Benchmarks.Scale;

/// <summary>
/// One sequencer numbers every event; projectors by group of records fold. An answer as of entry n has to wait until every group is past n, or has
/// nothing up to n. Simulates how long an event takes to be visible so.
/// </summary>
internal static class ProjectorGroups
{
    private const int Events = 400_000;

    /// <param name="load">Events a second that arrive, at random (Poisson).</param>
    /// <param name="numbered">Events a second that the sequencer numbers.</param>
    /// <param name="folded">Events a second that one group folds.</param>
    /// <param name="groups">How many groups there are.</param>
    /// <returns>Seconds from arrival to visible: half of the events take less than the first, 99 of 100 less than the second.</returns>
    public static (double Median, double P99) Simulate(double load, double numbered, double folded, int groups)
    {
        var random = new Random(1);
        var done = new double[groups];
        var lags = new double[Events];
        var (arrived, sequenced, visible) = (0.0, 0.0, 0.0);
        for (var i = 0; i < Events; i++)
        {
            arrived -= Math.Log(1 - random.NextDouble()) / load;
            sequenced = Math.Max(sequenced, arrived) + (1 / numbered);
            var group = random.Next(groups);
            done[group] = Math.Max(done[group], sequenced) + (1 / folded);
            visible = Math.Max(visible, done[group]);
            lags[i] = visible - arrived;
        }

        Array.Sort(lags);
        return (lags[Events / 2], lags[Events * 99 / 100]);
    }
}
