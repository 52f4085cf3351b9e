using Archive.EventLog;

namespace Archive.IntegrationTests.Laws;

/// <summary>Laws that hold of any archive whose log is projected to its end, whatever was done to it.</summary>
internal static class Law
{
    /// <summary>The read models as of entry n are the fold of the first n events.</summary>
    /// <param name="entries">The n to look at.</param>
    public static async Task AsOfIsTheFoldAsync(TestArchive archive, IReadOnlyList<LoggedEvent> events, IEnumerable<long> entries, string about)
    {
        var folded = new FoldedArchive();
        var done = 0;
        foreach (var n in entries.Distinct().Order())
        {
            while (done < n)
                folded.Fold(events[done++]);
            // Shouldly would show where two texts differ, which takes minutes where they have megabytes.
            (await RandomArchive.ReadAsync(archive, n) == folded.ToJson()).ShouldBeTrue($"as of entry {n}, {about}");
        }
    }

    /// <summary>Every event has one entry, numbered in log order without gaps, and recorded time strictly increases.</summary>
    public static async Task EntriesAreDenseAsync(TestArchive archive, IReadOnlyList<LoggedEvent> events)
    {
        var numbers = Enumerable.Range(1, events.Count).Select(n => (long)n).ToArray();
        var entries = (await archive.ReadAsync(events.Count, snapshot => snapshot.EntriesAsync(numbers))).OrderBy(entry => entry.Id).ToArray();
        entries.Select(entry => entry.Id).SequenceEqual(numbers).ShouldBeTrue($"{entries.Length} entries of {events.Count} events");
        entries.Zip(events).ShouldAllBe(pair => pair.First.EventId == pair.Second.Id && pair.First.RecordedAt >= pair.Second.Metadata.AppendedAt);
        entries.Zip(entries.Skip(1)).ShouldAllBe(pair => pair.First.RecordedAt < pair.Second.RecordedAt);
    }

    /// <summary>A rebuild gives the same documents, entry numbers and leaves.</summary>
    public static async Task RebuildIsLiveAsync(TestArchive archive, int generation)
    {
        var live = await ReadModelDump.DigestAsync(archive, generation);
        var rebuilt = await archive.Host.RebuildAsync(null, TestContext.Current.CancellationToken);
        (await ReadModelDump.DigestAsync(archive, rebuilt.Generation)).ShouldBe(live);
    }
}
