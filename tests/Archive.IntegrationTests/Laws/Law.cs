using Archive.Commands;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.IntegrationTests.Ledger;
using Archive.Ledger;
using Archive.LedgerAudits;
using Archive.Projection;
using Archive.Snapshots;
using Archive.Sources;
using Microsoft.Extensions.DependencyInjection;

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

    /// <summary>What was recorded is found again, whatever became of its log and its words.</summary>
    public static async Task TheLedgerIsSoundAsync(TestArchive archive)
    {
        var audit = await archive.AskAsync(new AuditLedger { Batch = 32 });
        audit.Difference.ShouldBeNull($"{audit.Difference}");
    }

    /// <summary>Every event has one entry, numbered in log order without gaps, and recorded time strictly increases.</summary>
    public static async Task EntriesAreDenseAsync(TestArchive archive, IReadOnlyList<LoggedEvent> events)
    {
        var numbers = Enumerable.Range(1, events.Count).Select(n => (long)n).ToArray();
        var entries = (await archive.ReadAsync(events.Count, snapshot => snapshot.EntriesAsync(numbers))).OrderBy(entry => entry.Id).ToArray();
        entries.Select(entry => entry.Id).SequenceEqual(numbers).ShouldBeTrue($"{entries.Length} entries of {events.Count} events");
        entries.Zip(events).ShouldAllBe(pair => pair.First.EventId == pair.Second.Id && pair.First.RecordedAt >= pair.Second.Metadata.AppendedAt);
        entries.Zip(entries.Skip(1)).ShouldAllBe(pair => pair.First.RecordedAt < pair.Second.RecordedAt);
        await TheTreeIsOfTheEntriesAsync(archive, events.Count);
    }

    /// <summary>Every checkpoint that was kept, whoever signed it and died, is of this tree and by its one key, and the head can be signed.</summary>
    public static async Task CheckpointsAreOfTheTreeAsync(TestArchive archive)
    {
        var head = await archive.SignAsync();
        var key = (await archive.KeysAsync()).ShouldHaveSingleItem();
        await using var session = await ReadSession.OpenAsync(archive.Database, archive.Host.Services.GetRequiredService<Generations>(), TestContext.Current.CancellationToken);
        head.Checkpoint.Size.ShouldBe(session.Head.Entry);
        var kept = await archive.ListKeptAsync();
        kept.Count.ShouldBeGreaterThan(1);
        foreach (var checkpoint in kept)
        {
            checkpoint.Note.TryVerify([key.Verifier], out _, out _).ShouldBeTrue();
            (await LedgerTree.FindRootAsync(session, checkpoint.Checkpoint.Size, TestContext.Current.CancellationToken)).ShouldBe(checkpoint.Checkpoint.Root);
        }
    }

    /// <summary>The tree has the leaves of the entries: its root is the head's, also at former sizes, and its proofs prove.</summary>
    public static async Task TheTreeIsOfTheEntriesAsync(TestArchive archive, int count)
    {
        var leaves = (await archive.ReadAsync(count, snapshot => snapshot.EntriesAsync(Enumerable.Range(1, count).Select(n => (long)n).ToArray())))
            .OrderBy(entry => entry.Id).Select(entry => Sha256Digest.Parse(entry.LeafHash)).ToArray();
        await using var session = await ReadSession.OpenAsync(archive.Database, archive.Host.Services.GetRequiredService<Generations>(), TestContext.Current.CancellationToken);
        var (root, roots) = (new MerkleRoot(), new Dictionary<long, Sha256Digest>());
        foreach (var leaf in leaves)
        {
            root.Append(leaf);
            roots[root.Size] = root.ToRoot();
        }

        session.Head.Root.ShouldBe(root.ToRoot().ToString());
        foreach (var size in new[] { 1, 2, count / 3, count / 2, count - 1, count }.Where(size => size >= 1).Distinct())
        {
            (await LedgerTree.FindRootAsync(session, size, TestContext.Current.CancellationToken)).ShouldBe(roots[size]);
            foreach (var entry in new[] { 1, size / 2, size }.Where(entry => entry >= 1).Distinct())
            {
                (await LedgerTree.ProveInclusionAsync(session, [entry], size, TestContext.Current.CancellationToken).SingleAsync()).Proves(leaves[entry - 1], roots[size]).ShouldBeTrue($"entry {entry} of {size}");
                (await LedgerTree.ProveConsistencyAsync(session, entry, size, TestContext.Current.CancellationToken)).Proves(roots[entry], roots[size]).ShouldBeTrue($"{entry} to {size}");
            }
        }
    }

    /// <summary>A final answer is the same after whatever is recorded later.</summary>
    /// <param name="entries">Entries as of which questions are asked; and as of the time of each, and just before it.</param>
    /// <param name="later">Records more.</param>
    public static async Task FinalAnswersStayAsync(TestArchive archive, IEnumerable<long> entries, Func<Task> later)
    {
        var answers = new List<(AsOf Moment, string Answer)>();
        foreach (var entry in entries)
        {
            var at = (await archive.ReadAsync(entry, snapshot => Task.FromResult(snapshot.Moment))).RecordedAt!.Value;
            foreach (var moment in (AsOf[])[new AsOf.Entry(entry), new AsOf.Time(at), new AsOf.Time(at.AddTicks(-10))])
                answers.Add((moment, await RandomArchive.AnswersAsync(archive, moment)));
        }

        await later();
        foreach (var (moment, answer) in answers)
            (await RandomArchive.AnswersAsync(archive, moment)).ShouldBe(answer, $"{moment}");
    }

    /// <summary>A time later than the head is answered as of the head and says provisional.</summary>
    public static async Task LaterThanTheHeadIsProvisionalAsync(TestArchive archive)
    {
        var status = await archive.AskAsync(new GetStatus());
        var head = status.RecordedAt!.Value;
        (await MomentAsync(new AsOf.Time(head))).Final.ShouldBeTrue();
        var later = await MomentAsync(new AsOf.Time(head.AddTicks(10)));
        (later.Final, later.Entry).ShouldBe((false, status.Entry));
        (await MomentAsync(AsOf.Latest)).Final.ShouldBeFalse();
        (await MomentAsync(new AsOf.Time(head.AddYears(-10)))).ShouldBe(new Moment("archive.test/log", 0, null, Final: true));
        (await archive.Host.Sender.Send(new Records.ListRecords(new AsOf.Entry(later.Entry + 1), null, PageRequest.First).AsTester()))
            .ShouldBeOfType<Outcome<Records.RecordList>.NotFound>().Refusal.Code.ShouldBe("entry-not-recorded");

        async Task<Moment> MomentAsync(AsOf asOf) => (await archive.AskAsync(new Records.ListRecords(asOf, null, PageRequest.First))).AsOf;
    }

    /// <summary>A repeated command changes nothing and gets the first receipt, wherever its stream is by now.</summary>
    public static async Task RepeatsChangeNothingAsync(TestArchive archive, IEnumerable<(ICommand Command, Receipt Receipt)> accepted)
    {
        var before = (await RandomArchive.EventsAsync(archive)).Count;
        foreach (var (command, receipt) in accepted)
            (await archive.SendAsync(command)).ShouldBe(new Outcome<Receipt>.Ok(receipt), command.GetType().Name);
        (await RandomArchive.EventsAsync(archive)).Count.ShouldBe(before);
    }

    /// <summary>A repeat is found before the expected revision is looked at, which by then is another.</summary>
    public static async Task RepeatsComeBeforeRevisionsAsync(TestArchive archive)
    {
        await archive.RegisterAsync("repeated");
        var command = new RateSource(archive.Context(expectedRevision: 0), "repeated", Reliability.B);
        var receipt = await archive.DoAsync(command);
        await archive.DoAsync(new RateSource(archive.Context(), "repeated", Reliability.C));
        (await archive.SendAsync(command)).ShouldBe(new Outcome<Receipt>.Ok(receipt));
        (await archive.SendAsync(command with { Context = archive.Context(expectedRevision: 0) }))
            .ShouldBe(new Outcome<Receipt>.Conflict("source/repeated", 0, 2));
    }

    /// <summary>A command id used for another input is refused.</summary>
    public static async Task AnotherInputIsNoRepeatAsync(TestArchive archive)
    {
        var command = new RateSource(archive.Context(), "s0", Reliability.D);
        await archive.DoAsync(command);
        foreach (var other in (ICommand[])
                 [
                     command with { Reliability = Reliability.C },
                     command with { Words = "more" },
                     command with { Context = command.Context with { Actor = "somebody-else" } },
                 ])
        {
            (await archive.SendAsync(other)).ShouldBeOfType<Outcome<Receipt>.Refused>().Refusal.Code.ShouldBe("command-id-reused");
        }
    }

    /// <summary>A rebuild gives the same documents, entry numbers and leaves.</summary>
    public static async Task RebuildIsLiveAsync(TestArchive archive)
    {
        var live = await ReadModelDump.DigestAsync(archive, (await archive.AskAsync(new GetStatus())).Generation);
        var rebuilt = await archive.Host.RebuildAsync(null, TestContext.Current.CancellationToken);
        (await ReadModelDump.DigestAsync(archive, rebuilt.Generation)).ShouldBe(live);
    }

    /// <summary>The documents are the same however small the batches are and however little the projector remembers between them.</summary>
    public static async Task BatchesLeaveNoTraceAsync(TestArchive archive, int largestBatch)
    {
        const int number = 1_000;
        var cancellation = TestContext.Current.CancellationToken;
        T Service<T>()
            where T : notnull => archive.Host.Services.GetRequiredService<T>();
        using var generation = new GenerationStore(archive.Database, number);
        await Service<ReadModelSchema>().CreateGenerationAsync(generation, cancellation);
        await using (var connection = await archive.Database.OpenConnectionAsync(cancellation))
            await GenerationIndexes.CreateAsync(connection, generation, cancellation);
        await using var target = new LivingTarget(archive.Database, generation, largestBatch);
        var projector = new Projector(archive.Log, target, Service<IServiceScopeFactory>(), Service<ProjectionVersion>());
        await projector.StartAsync(cancellation);
        while (await projector.ProjectNextAsync(cancellation) > 0)
        {
        }

        (await ReadModelDump.DigestAsync(archive, number)).ShouldBe(await ReadModelDump.DigestAsync(archive, (await archive.AskAsync(new GetStatus())).Generation));
        await Service<ReadModelSchema>().DropGenerationAsync(number, cancellation);
    }
}
