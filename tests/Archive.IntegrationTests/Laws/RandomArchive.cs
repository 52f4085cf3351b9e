using Archive.Access;
using Archive.Commands;
using Archive.EventLog;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Laws;

/// <summary>An archive with a random history.</summary>
internal static class RandomArchive
{
    public static async Task<TestArchive> CreateAsync(int seed, int commands)
    {
        var archive = await TestArchive.CreateAsync();
        await BeginAsync(archive, new Histories(seed));
        await GoOnAsync(archive, new Histories(seed), commands);
        return archive;
    }

    public static async Task BeginAsync(TestArchive archive, Histories histories)
    {
        foreach (var beginning in histories.Beginnings())
            (await archive.SendAsync(beginning(archive.Context()))).ShouldBeOfType<Outcome<Receipt>.Ok>();
    }

    /// <returns>The commands that were accepted and their receipts.</returns>
    public static async Task<IReadOnlyList<(ICommand Command, Receipt Receipt)>> GoOnAsync(TestArchive archive, Histories histories, int commands)
    {
        var accepted = new List<(ICommand, Receipt)>();
        for (var i = 0; i < commands; i++)
        {
            var command = histories.Next()(archive.Context());
            if (await archive.SendAsync(command) is Outcome<Receipt>.Ok { Value: { Position: not null } receipt })
                accepted.Add((command, receipt));
        }

        await archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);
        return accepted;
    }

    /// <summary>Every event of the log, read on until there is none.</summary>
    public static async Task<IReadOnlyList<LoggedEvent>> EventsAsync(TestArchive archive)
    {
        var (events, after) = (new List<LoggedEvent>(), LogPosition.Start);
        while (await archive.Log.ReadAfterAsync(after, 10_000, TestContext.Current.CancellationToken) is { Count: > 0 } stretch)
        {
            events.AddRange(stretch);
            after = stretch.UpTo;
        }

        return events;
    }

    /// <summary>Everything that the read models hold as of an entry.</summary>
    public static Task<string> ReadAsync(TestArchive archive, long entry) => archive.ReadAsync(entry, async snapshot =>
    {
        var states = new List<(string, object)>();
        states.AddRange((await snapshot.RecordsAsync()).Select(version => (version.Stream, (object)version.State)));
        states.AddRange((await snapshot.AllAuthoritiesAsync()).Select(version => (version.Stream, (object)version.State)));
        states.AddRange((await snapshot.AllSourcesAsync()).Select(version => (version.Stream, (object)version.State)));
        states.AddRange((await snapshot.ProposedOnAsync(onlyOpen: false, null, null)).Where(version => !version.State.IsRecorded).Select(version => (version.Stream, (object)version.State)));
        states.AddRange((await snapshot.AllActorsAsync()).Select(version => (version.Stream, (object)version.State)));
        states.AddRange((await snapshot.AllKeysAsync()).Select(version => (version.Stream, (object)version.State)));
        foreach (var record in await snapshot.RecordsAsync())
            states.AddRange((await snapshot.ClaimsOfAsync(record.State.Id)).Select(version => (version.Stream, (object)version.State)));
        return FoldedArchive.ToJson(states);
    });

    /// <summary>Whole answers to a spread of questions as of a moment, as the JSON that a caller gets.</summary>
    public static async Task<string> AnswersAsync(TestArchive archive, AsOf asOf)
    {
        var answers = new List<object>();
        foreach (var record in (string[])[Histories.Record(0), Histories.Record(1)])
        {
            answers.Add(await archive.Host.Sender.Send(new Records.GetRecord(record, asOf, ClaimFilter.None, PageRequest.First).AsTester()));
            answers.Add(await archive.Host.Sender.Send(
                new Records.GetRecord(record, asOf, new ClaimFilter(Occurred: new OccurredFilter("2023-03-20", DateMatch.Certainly)), PageRequest.First).AsTester()));
            answers.Add(await archive.Host.Sender.Send(new Provenance.GetHistory(record, asOf, ClaimFilter.None, PageRequest.First).AsTester()));
            answers.Add(await archive.Host.Sender.Send(new ListRecordEntries(record, asOf).AsTester()));
            answers.Add(await archive.Host.Sender.Send(new Provenance.TraceClaim($"{record}/c1", asOf).AsTester()));
            answers.Add(await archive.Host.Sender.Send(new Archive.Reviews.ListProposals(asOf, new Archive.Reviews.ProposalFilter(State: null, record), PageRequest.First).AsTester()));
            answers.Add(await archive.Host.Sender.Send(new Archive.Reviews.GetProposal($"{record}/c1", 1, asOf).AsTester()));
        }

        answers.Add(await archive.Host.Sender.Send(new ListActors(asOf, PageRequest.First).AsTester()));
        answers.Add(await archive.Host.Sender.Send(new Provenance.ListClaimsRestingOn("s1", asOf, ClaimFilter.None, PageRequest.First).AsTester()));
        return System.Text.Json.JsonSerializer.Serialize(answers, Archive.Domain.Events.ArchiveJson.Options);
    }
}
