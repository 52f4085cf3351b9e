using System.Text;
using System.Text.Json.Nodes;
using Archive.Domain.Events;
using Archive.EventLog;
using Archive.EventStoreDb;
using Archive.IntegrationTests.EventStoreDb;
using Google.Protobuf;
using AppendResult = Archive.EventLog.AppendResult;
using LogPosition = Archive.EventLog.LogPosition;

namespace Archive.IntegrationTests.EventLog;

/// <summary>What only the log on EventStoreDB can go through.</summary>
public sealed class EventStoreDbLogTests
{
    private static readonly LogClosure Closure = new(new Guid("0d8f2a3b-1111-4222-8333-444455556666"), "another place", new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AppendFault.Refuse)]
    [InlineData(AppendFault.TimeOutBeforeWrite)]
    [InlineData(AppendFault.ResetBeforeWrite)]
    [InlineData(AppendFault.TimeOutAfterWrite)]
    [InlineData(AppendFault.LoseResponse)]
    public async Task An_append_whose_outcome_was_unknown_takes_effect_once_and_is_answered(object fault)
    {
        await using var server = await DoubleTestServer.CreateAsync();
        await using var log = server.Open();
        NewEvent[] events = [EventLogContract.New("s", 1), EventLogContract.New("s", 2)];
        server.Double.Faults.NextAppends((AppendFault)fault, 2);
        var appended = (await log.AppendAsync("source/s", -1, events, Cancellation)).ShouldBeOfType<AppendResult.Appended>();
        var logged = await EventLogContract.ReadAllAsync(log);
        logged.Select(e => e.Id).ShouldBe(events.Select(e => e.Id));
        (appended.Revision, appended.Position).ShouldBe((1, logged[1].Position));
    }

    [Fact]
    public async Task Where_the_stream_moved_on_behind_a_lost_answer_it_is_the_answer_all_the_same()
    {
        await using var server = await DoubleTestServer.CreateAsync();
        await using var log = server.Open();
        await using var other = server.Open();
        var first = await log.AppendAsync("source/s", -1, [EventLogContract.New("s", 1)], Cancellation);
        await other.AppendAsync("source/s", 0, [EventLogContract.New("s", 2)], Cancellation);
        server.Double.Log.ForgetRecentIds();
        (await log.AppendAsync("source/s", -1, [EventLogContract.New("s", 1)], Cancellation)).ShouldBe(first);
        (await log.AppendAsync("source/s", -1, [EventLogContract.New("s", 1), EventLogContract.New("s", 9)], Cancellation)).ShouldBe(new AppendResult.Stale(1));
    }

    [Fact]
    public async Task Metadata_stands_beside_the_event_and_the_event_is_json_under_its_stored_name()
    {
        await using var server = await DoubleTestServer.CreateAsync();
        await using var log = server.Open();
        var added = EventLogContract.New("s", 1);
        await log.AppendAsync("source/s", -1, [added], Cancellation);
        var stored = server.Double.Log.Events.Single(e => e.Stream == "archive:source/s");
        (stored.Id, stored.Type, stored.IsJson).ShouldBe((added.Id, "source-registered.v1", true));
        stored.Data.Span.SequenceEqual(added.StoredData).ShouldBeTrue();
        var metadata = JsonNode.Parse(stored.Metadata.Span)!.AsObject();
        metadata.Select(member => member.Key).ShouldBe(["archive"]);
        metadata["archive"]!["actor"]!.GetValue<string>().ShouldBe("tester");
    }

    /// <summary>A process that has not heard of the end writes behind it, and finds out.</summary>
    [Fact]
    public async Task What_comes_behind_the_end_counts_for_nothing_whoever_wrote_it_and_whoever_reads()
    {
        await using var server = await DoubleTestServer.CreateAsync();
        await using var log = server.Open();
        await using var late = server.Open();
        var first = (await late.AppendAsync("source/s", -1, [EventLogContract.New("s", 1)], Cancellation)).ShouldBeOfType<AppendResult.Appended>();
        await log.Control.CloseAsync(Closure, Cancellation);

        (await late.AppendAsync("source/s", 0, [EventLogContract.New("s", 2)], Cancellation)).ShouldBe(new AppendResult.Shut(Closure.ToRefusal()));

        var straggler = server.Double.Log.Events[^1];
        (straggler.Stream, straggler.Revision).ShouldBe(("archive:source/s", 1));
        var position = new LogPosition(straggler.Position, straggler.Position);
        await using var fresh = server.Open();
        foreach (var reader in new[] { log, late, fresh })
        {
            (await EventLogContract.ReadAllAsync(reader)).Select(e => e.Position).ShouldBe([first.Position]);
            (await reader.FindEndAsync(Cancellation)).ShouldBe(first.Position);
            (await reader.FindAtAsync(position, Cancellation)).ShouldBeNull();
            (await reader.CountAfterAsync(LogPosition.Start, Cancellation)).ShouldBe(1);
            (await reader.ReadStreamAsync("source/s", Cancellation)).Count.ShouldBe(1);
        }

        (await late.AppendAsync("source/s", 0, [EventLogContract.New("s", 2)], Cancellation)).ShouldBe(new AppendResult.Shut(Closure.ToRefusal()));
    }

    [Fact]
    public async Task What_others_write_is_passed_over_once_and_not_read_again()
    {
        await using var server = await DoubleTestServer.CreateAsync();
        await using var log = server.Open();
        var first = (await log.AppendAsync("source/s", -1, [EventLogContract.New("s", 1)], Cancellation)).ShouldBeOfType<AppendResult.Appended>();
        var after = (await log.ReadAfterAsync(LogPosition.Start, 10, Cancellation)).UpTo;
        server.Double.PutForeign(count: 5_000);
        server.Double.PutSystem(10);
        var passed = after;
        while (passed <= first.Position)
        {
            await log.WaitAfterAsync(after, TimeSpan.FromMilliseconds(20), Cancellation);
            var stretch = await log.ReadAfterAsync(after, 10, Cancellation);
            stretch.ShouldBeEmpty();
            passed = after = stretch.UpTo;
        }

        var second = (await log.AppendAsync("source/s", 0, [EventLogContract.New("s", 2)], Cancellation)).ShouldBeOfType<AppendResult.Appended>();
        await using var restarted = server.Open();
        (await restarted.ReadAfterAsync(passed, 10, Cancellation)).ShouldHaveSingleItem().Position.ShouldBe(second.Position);
        (await restarted.CountAfterAsync(passed, Cancellation)).ShouldBe(1);
        (await log.FindEndAsync(Cancellation)).ShouldBe(second.Position);
    }

    [Fact]
    public async Task Archives_that_share_a_server_see_nothing_of_each_other_even_where_one_prefix_begins_the_other()
    {
        await using var server = await DoubleTestServer.CreateAsync();
        await using var log = server.Open();
        await using var other = new EventStoreDbEventLog(EventStoreDbPlace.Parse(server.Double.ConnectionString, "archive-2"), TimeProvider.System);
        (await other.Control.FindAsync(Cancellation)).ShouldBeNull();
        await other.Control.OpenAsync("archive.test/other", Cancellation);
        await other.AppendAsync("source/s", -1, [EventLogContract.New("s", 1), EventLogContract.New("s", 2)], Cancellation);
        await log.AppendAsync("source/s", -1, [EventLogContract.New("s", 1)], Cancellation);
        (await EventLogContract.ReadAllAsync(log)).Count.ShouldBe(1);
        (await EventLogContract.ReadAllAsync(other)).Count.ShouldBe(2);
        (await log.IdentifyAsync(Cancellation)).Name.ShouldBe("archive.test/log");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("""{"archive":{"actor":"x"}}""")]
    [InlineData("""{"archive":7}""")]
    public async Task What_somebody_else_wrote_under_the_prefix_is_named_and_what_stands_before_it_is_read(string metadata)
    {
        await using var server = await DoubleTestServer.CreateAsync();
        await using var log = server.Open();
        await log.AppendAsync("source/s", -1, [EventLogContract.New("s", 1)], Cancellation);
        server.Double.Log.Append("archive:source/odd", ExpectedRevision.Any, [new ProposedEvent(Guid.NewGuid(), "odd.v1", IsJson: true, ByteString.CopyFrom("{}", Encoding.UTF8), ByteString.CopyFrom(metadata, Encoding.UTF8))]);
        var before = await log.ReadAfterAsync(LogPosition.Start, 10, Cancellation);
        before.ShouldHaveSingleItem().Stream.ShouldBe("source/s");
        for (var again = 0; again < 2; again++)
            (await Should.ThrowAsync<UnreadableEventException>(() => log.ReadAfterAsync(before.UpTo, 10, Cancellation))).Message.ShouldContain("odd.v1 in the stream archive:source/odd, revision 0");
    }

    [Fact]
    public async Task An_election_is_ridden_out()
    {
        await using var server = await DoubleTestServer.CreateAsync();
        await using var log = server.Open();
        await log.AppendAsync("source/s", -1, [EventLogContract.New("s", 1)], Cancellation);
        server.Double.Faults.Leader = ("127.0.0.1", server.Double.Port);
        var append = log.AppendAsync("source/s", 0, [EventLogContract.New("s", 2)], Cancellation);
        var read = log.ReadStreamAsync("source/s", Cancellation);
        await Task.Delay(300, Cancellation);
        server.Double.Faults.Leader = null;
        (await append).ShouldBeOfType<AppendResult.Appended>().Revision.ShouldBe(1);
        (await read).Count.ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task Whoever_may_not_is_told_so_and_no_password_is_repeated()
    {
        await using var server = await EventStoreDouble.StartAsync(new EventStoreDoubleOptions { Tls = true, Users = [new DoubleUser("archive", "s3cret"), new DoubleUser("guest", "gu3st", MayAll: false)] });
        await using (var known = new EventStoreDbEventLog(EventStoreDbPlace.Parse(server.ConnectionString, "archive"), TimeProvider.System))
            (await known.Control.OpenAsync("archive.test/log", Cancellation)).Identity.Name.ShouldBe("archive.test/log");
        foreach (var credentials in new[] { "archive:wr0ng@", "guest:gu3st@", "" })
        {
            var place = EventStoreDbPlace.Parse(server.ConnectionString.Replace("archive:s3cret@", credentials, StringComparison.Ordinal), "archive");
            await using var log = new EventStoreDbEventLog(place, TimeProvider.System);
            var said = (await Should.ThrowAsync<LogAwayException>(() => log.IdentifyAsync(Cancellation))).ToString();
            said.ShouldContain($"127.0.0.1:{server.Port}, prefix archive");
            said.ShouldSatisfyAllConditions(() => said.ShouldNotContain("wr0ng"), () => said.ShouldNotContain("gu3st"));
        }
    }

    [Theory]
    [InlineData("esdb://user:p@ss:word@localhost:2113", "archive")]
    [InlineData("http://user:s3cret@localhost:2113", "archive")]
    [InlineData("esdb://", "archive")]
    [InlineData("s3cret", "archive")]
    [InlineData("esdb://user:s3cret@localhost:2113?tls=maybe", "archive")]
    [InlineData("esdb://user:s3cret@localhost:2113?nodePreference=follower", "archive")]
    [InlineData("esdb://localhost:2113", "Archive")]
    [InlineData("esdb://localhost:2113", "a:b")]
    [InlineData("esdb://localhost:2113", "")]
    [InlineData("esdb://localhost:2113", "$archive")]
    public void What_cannot_be_a_place_is_refused_with_what_to_write_and_without_the_password(string connectionString, string prefix)
    {
        var said = Should.Throw<FormatException>(() => EventStoreDbPlace.Parse(connectionString, prefix)).ToString();
        said.ShouldSatisfyAllConditions(() => said.ShouldNotContain("s3cret"), () => said.ShouldNotContain("p@ss"));
    }
}
