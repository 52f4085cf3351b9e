using System.Collections.Concurrent;
using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.IntegrationTests.Laws;
using Archive.Provenance;
using Archive.Snapshots;

namespace Archive.IntegrationTests.BadInput;

/// <summary>Sixteen writers, at two archives open on one database, correct the same fifty claims, each expecting the revision that it saw.</summary>
public sealed class ManyWritersTests
{
    private const int Writers = 16;

    private const int Claims = 50;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_acknowledged_correction_is_in_the_history_once_and_every_other_is_told_as_a_conflict()
    {
        await using var archive = await CreateAsync();
        await using var other = await archive.OpenAnotherAsync();
        archive.Host.StartProjecting();
        other.StartProjecting();
        var tries = new ConcurrentBag<(CorrectClaim Sent, Outcome<Receipt> Outcome)>();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(archive, writer % 2 == 0 ? archive.Host : other, new Random(writer), tries))));

        await archive.Host.CatchUpAsync(Cancellation);
        var accepted = tries.Where(made => made.Outcome is Outcome<Receipt>.Ok).ToLookup(made => made.Sent.Claim);
        var conflicts = tries.Where(made => made.Outcome is Outcome<Receipt>.Conflict).ToArray();
        (accepted.Sum(claim => claim.Count()) + conflicts.Length).ShouldBe(tries.Count);
        // All begin at revision 0 of every claim: one of sixteen can be right.
        conflicts.Length.ShouldBeGreaterThanOrEqualTo(Claims * (Writers - 1));
        foreach (var claim in accepted)
            await IsInTheHistoryAsync(archive, claim.Key, claim.ToArray());
        accepted.Count.ShouldBe(Claims);
        foreach (var (sent, outcome) in conflicts)
            IsToldRightly(sent, (Outcome<Receipt>.Conflict)outcome, accepted[sent.Claim].Count());
        (await RandomArchive.EventsAsync(archive)).Count.ShouldBe(2 + Claims + accepted.Sum(claim => claim.Count()));
    }

    /// <summary>In an order of its own: every claim at its first revision, then half of them at whatever revision they have.</summary>
    private static async Task WriteAsync(TestArchive archive, ArchiveHost host, Random random, ConcurrentBag<(CorrectClaim, Outcome<Receipt>)> tries)
    {
        var order = Enumerable.Range(0, Claims).ToArray();
        random.Shuffle(order);
        foreach (var claim in order)
            await CorrectAsync(claim, expected: 0);
        foreach (var claim in order.Take(Claims / 2))
            await CorrectAsync(claim, (await archive.Log.ReadStreamAsync($"claim/r/c{claim}", Cancellation)).Count - 1);

        async Task CorrectAsync(int claim, long expected)
        {
            var id = Guid.NewGuid();
            var correction = new CorrectClaim(new(id, "tester", expected, Role: Role.Editor), $"r/c{claim}", new ClaimDraft($"as {id} has it", Filling.Nothing), [new("s")], SmallArchive.Why);
            tries.Add((correction, await host.Sender.Send(correction, Cancellation)));
        }
    }

    private static async Task IsInTheHistoryAsync(TestArchive archive, string claim, (CorrectClaim Sent, Outcome<Receipt> Outcome)[] accepted)
    {
        var receipts = accepted.Select(made => ((Outcome<Receipt>.Ok)made.Outcome).Value).OrderBy(receipt => receipt.Revision).ToArray();
        receipts.Select(receipt => receipt.Revision).ShouldBe(Enumerable.Range(1, receipts.Length).Select(revision => (long)revision), claim);
        var logged = await archive.Log.ReadStreamAsync($"claim/{claim}", Cancellation);
        logged.Skip(1).Select(happened => happened.Metadata.Command).ShouldBe(receipts.Select(receipt => receipt.CommandId), claim);
        accepted.ShouldAllBe(made => made.Sent.Context.ExpectedRevision + 1 == ((Outcome<Receipt>.Ok)made.Outcome).Value.Revision);
        var history = (await archive.AskAsync(new GetHistory(claim, AsOf.Latest, ClaimFilter.None, PageRequest.First))).Items.Items;
        history.Skip(1).Select(item => item.Changes.Single(change => change.Field == "says").After!.GetValue<string>())
            .ShouldBe(receipts.Select(receipt => $"as {receipt.CommandId} has it"), claim);
        (await archive.AskAsync(new GetClaim(claim, AsOf.Latest))).Claim.Version.ShouldBe(1 + receipts.Length);
    }

    /// <summary>The stream, the revision that was expected, and one that the stream had after that.</summary>
    private static void IsToldRightly(CorrectClaim sent, Outcome<Receipt>.Conflict told, int accepted)
    {
        (told.Stream, told.Expected).ShouldBe(($"claim/{sent.Claim}", sent.Context.ExpectedRevision!.Value));
        told.Actual.ShouldBeInRange(told.Expected + 1, accepted);
    }

    private static async Task<TestArchive> CreateAsync()
    {
        var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        await archive.RegisterAsync("s");
        for (var i = 0; i < Claims; i++)
            (await archive.SendAsync(new RecordClaim(archive.Context(), $"r/c{i}", new ClaimDraft("as it was", Filling.Nothing), [new("s")]))).ShouldBeOfType<Outcome<Receipt>.Ok>();
        return archive;
    }
}
