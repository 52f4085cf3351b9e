using System.Text.Json.Nodes;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Projection;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.IntegrationTests.Projection;

public sealed class ProjectorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_that_cannot_be_projected_stops_the_projector_at_its_entry_and_nothing_is_skipped()
    {
        await using var archive = await TestArchive.CreateAsync();
        await RegisterAsync(archive, "before");
        // Opened anew, the archive does not project until somebody asks for it.
        await archive.ReopenAsync();
        await archive.SendAsync(new RegisterSource(archive.Context(), "broken", new SourceDraft(SourceKind.Other, "T")));
        await archive.Tampering.ChangeAsync("source/broken", there => there with { Type = "from-the-future.v9" });
        var after = (await archive.SendAsync(new RegisterSource(archive.Context(), "after", new SourceDraft(SourceKind.Other, "T")))).ShouldBeOfType<Outcome<Commands.Receipt>.Ok>();
        await archive.ReopenAsync();

        var stopped = await Should.ThrowAsync<ProjectionStoppedException>(() => archive.Host.WaitForAsync(after.Value.Position!.Value, Cancellation));
        stopped.Code.ShouldBe("event-unprojectable");
        stopped.Message.ShouldContain("Entry 2");
        stopped.Message.ShouldContain("from-the-future.v9");
        var status = await archive.AskAsync(new GetStatus());
        (status.Entry, status.Lag).ShouldBe((1, 2));
        status.Stopped.ShouldBe(stopped.Message);

        await archive.Tampering.ChangeAsync("source/broken", there => there with { Type = "source-registered.v1" });
        await archive.ReopenAsync();
        await archive.Host.CatchUpAsync(Cancellation);
        status = await archive.AskAsync(new GetStatus());
        (status.Entry, status.Lag, status.Stopped).ShouldBe((3, 0, null));
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("gone")]
    public async Task A_log_that_is_not_the_one_of_the_ledger_stops_the_projector(string what)
    {
        await using var archive = await TestArchive.CreateAsync();
        await RegisterAsync(archive, "one");
        await RegisterAsync(archive, "two");
        await (what == "gone" ? archive.Tampering.ChangeAsync("source/two", _ => null) : archive.Tampering.RetitleAsync("two"));
        await archive.ReopenAsync();
        var receipt = (await archive.SendAsync(new RegisterSource(archive.Context(), "three", new SourceDraft(SourceKind.Other, "T")))).ShouldBeOfType<Outcome<Commands.Receipt>.Ok>().Value;
        (await Should.ThrowAsync<ProjectionStoppedException>(() => archive.Host.WaitForAsync(receipt.Position!.Value, Cancellation))).Code.ShouldBe("log-diverged");
    }

    [Fact]
    public async Task Nothing_is_recorded_in_a_log_that_the_ledger_was_not_made_from()
    {
        await using var archive = await TestArchive.CreateAsync();
        await RegisterAsync(archive, "one");
        await archive.Tampering.ExchangeIdAsync(Guid.NewGuid());
        await archive.ReopenAsync();
        var refused = (await archive.SendAsync(new RegisterSource(archive.Context(), "two", new SourceDraft(SourceKind.Other, "T")))).ShouldBeOfType<Outcome<Commands.Receipt>.Refused>().Refusal;
        (refused.Code, refused.Message).ShouldSatisfyAllConditions(said => said.Code.ShouldBe("log-diverged"), said => said.Message.ShouldContain("ARCHIVE_EVENTSTORE"));
        (await archive.Log.CountAfterAsync(LogPosition.Start, Cancellation)).ShouldBe(1);
        (await archive.AskAsync(new GetStatus())).ShouldSatisfyAllConditions(
            status => status.Ready.ShouldBeFalse(), status => status.Problems.ShouldHaveSingleItem().Code.ShouldBe("log-diverged"), status => status.Lag.ShouldBeNull());
        archive.Host.StartProjecting();
        while ((await archive.AskAsync(new GetStatus())).Stopped is null)
            await Task.Delay(20, Cancellation);
    }

    [Fact]
    public async Task A_process_of_another_projection_version_answers_but_does_not_project()
    {
        await using var archive = await TestArchive.CreateAsync();
        await RegisterAsync(archive, "one");
        await ExecuteAsync(archive, "update archive_g1.mt_doc_ledger_head set data = jsonb_set(data, '{projectionVersion}', '99')");
        await archive.ReopenAsync();
        (await archive.AskAsync(new Provenance.ListClaimsRestingOn("one", AsOf.Latest, ClaimFilter.None, PageRequest.First))).Source.Id.ShouldBe("one");
        var receipt = (await archive.SendAsync(new RegisterSource(archive.Context(), "two", new SourceDraft(SourceKind.Other, "T")))).ShouldBeOfType<Outcome<Commands.Receipt>.Ok>().Value;
        (await Should.ThrowAsync<ProjectionStoppedException>(() => archive.Host.WaitForAsync(receipt.Position!.Value, Cancellation))).Code.ShouldBe("projection-version");
    }

    [Fact]
    public async Task Two_processes_on_one_archive_project_every_event_once()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var other = await TestArchive.OpenHostAsync(archive.ConnectionString);
        archive.Host.StartProjecting();
        other.StartProjecting();
        for (var i = 0; i < 30; i++)
        {
            var host = i % 2 == 0 ? archive.Host : other;
            (await host.Sender.Send(new RegisterSource(archive.Context(), $"s{i}", new SourceDraft(SourceKind.Other, "T")))).ShouldBeOfType<Outcome<Commands.Receipt>.Ok>();
        }

        await other.CatchUpAsync(Cancellation);
        (await archive.AskAsync(new GetStatus())).Entry.ShouldBe(30);
    }

    [Fact]
    public async Task The_head_fences_a_projector_that_lost_its_lease()
    {
        await using var archive = await TestArchive.CreateAsync();
        await RegisterAsync(archive, "one");
        await using var stale = new LivingTarget(archive.Database, new GenerationStore(archive.Database, 1));
        var head = await stale.ReadHeadAsync(Cancellation);
        await RegisterAsync(archive, "two");
        await Should.ThrowAsync<JasperFx.ConcurrencyException>(() => stale.FlushAsync(new ProjectionBatch(new OpenStreams(1, spills: false)), head, Cancellation));
    }

    [Fact]
    public async Task A_rebuild_whose_ledger_differs_is_refused_and_the_old_read_models_go_on()
    {
        await using var archive = await TestArchive.CreateAsync();
        await RegisterAsync(archive, "one");
        await RegisterAsync(archive, "two");
        await archive.Tampering.RetitleAsync("one");
        var refused = await Should.ThrowAsync<ProjectionStoppedException>(() => archive.Host.RebuildAsync(null, Cancellation));
        refused.Code.ShouldBe("rebuild-differs");
        refused.Message.ShouldContain("entry 1");
        (await archive.AskAsync(new GetStatus())).Generation.ShouldBe(1);
        await RegisterAsync(archive, "three");
        (await archive.AskAsync(new GetStatus())).Entry.ShouldBe(3);
    }

    [Fact]
    public async Task An_event_of_a_former_version_is_folded_and_its_leaf_is_of_what_is_stored()
    {
        await using var archive = await TestArchive.CreateAsync();
        await RegisterAsync(archive, "voice");
        // Nobody projects the event before it is made one of a former version.
        await archive.ReopenAsync();
        await archive.SendAsync(new RegisterSource(archive.Context(), "copy", new SourceDraft(SourceKind.Agency, "T"), new SourceOrigin("voice", Likely: false)));
        await archive.Tampering.ChangeAsync("source/copy", there =>
        {
            if (there.Type != "source-origin-established.v2")
                return there;
            var data = JsonNode.Parse(there.Data)!;
            data["origin"] = data["origin"]!["source"]!.DeepClone();
            return there with { Type = "source-origin-established.v1", Data = data.ToJsonString() };
        });
        await archive.Host.CatchUpAsync(Cancellation);
        (await archive.AskAsync(new Provenance.ListClaimsRestingOn("copy", AsOf.Latest, ClaimFilter.None, PageRequest.First)))
            .Source.Origin.ShouldBe(new SourceOrigin("voice", Likely: false));
        var stored = (await archive.Log.ReadStreamAsync("source/copy", Cancellation))[1];
        JsonNode.Parse(stored.Data.Span)!["origin"]!.GetValue<string>().ShouldBe("voice");
        var entry = (await archive.ReadAsync(3, snapshot => snapshot.EntriesAsync([3]))).ShouldHaveSingleItem();
        (entry.Type, entry.LeafHash).ShouldBe(("source-origin-established.v1", LedgerNumbering.LeafOf(3, entry.RecordedAt, stored).ToHash().ToString()));
    }

    private static Task RegisterAsync(TestArchive archive, string id) =>
        archive.DoAsync(new RegisterSource(archive.Context(), id, new SourceDraft(SourceKind.Other, "T")));

    private static async Task ExecuteAsync(TestArchive archive, string sql)
    {
        await using var command = archive.Database.CreateCommand(sql);
        (await command.ExecuteNonQueryAsync()).ShouldBeGreaterThan(0);
    }
}
