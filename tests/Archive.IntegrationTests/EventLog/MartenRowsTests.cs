using Archive.Domain.Events;
using Archive.Domain.Records;
using Archive.EventLog;

namespace Archive.IntegrationTests.EventLog;

/// <summary>What is particular to a log in Marten's tables.</summary>
[Trait(TestLog.Trait, TestLog.Marten)]
public sealed class MartenRowsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_rows_are_those_that_Marten_writes()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var marten = MartenLogStore.Open(archive.Database, MartenLogTables.InUse);
        var (ours, theirs) = (New("ours"), New("theirs"));
        await archive.Log.AppendAsync("record/ours", -1, [ours, New("ours", 1)], Cancellation);
        await using (var session = marten.LightweightSession())
        {
            session.Events.StartStream("record/theirs", Wrap(session, theirs), Wrap(session, New("theirs", 1)));
            await session.SaveChangesAsync(Cancellation);
        }

        const string events = "select string_agg(replace((to_jsonb(e) - 'seq_id' - 'id' - 'timestamp')::text, 'theirs', 'ours'), '|' order by version) from archive_log.mt_events e where stream_id = ";
        const string streams = "select replace((to_jsonb(s) - 'timestamp' - 'created')::text, 'theirs', 'ours') from archive_log.mt_streams s where id = ";
        (await ScalarAsync(archive, $"{events}'record/ours'")).ShouldBe(await ScalarAsync(archive, $"{events}'record/theirs'"));
        (await ScalarAsync(archive, $"{streams}'record/ours'")).ShouldBe(await ScalarAsync(archive, $"{streams}'record/theirs'"));
        // And Marten goes on where we stopped, and we where it did.
        await using (var session = marten.LightweightSession())
        {
            session.Events.Append("record/ours", 3, Wrap(session, New("ours", 2)));
            await session.SaveChangesAsync(Cancellation);
        }

        (await archive.Log.AppendAsync("record/ours", 2, [New("ours", 3)], Cancellation)).ShouldBeOfType<AppendResult.Appended>().Revision.ShouldBe(3);
        (await archive.Log.AppendAsync("record/theirs", 1, [New("theirs", 2)], Cancellation)).ShouldBeOfType<AppendResult.Appended>().Revision.ShouldBe(2);
        (await archive.Log.ReadAfterAsync(LogPosition.Start, 100, Cancellation)).Select(e => e.Position.Commit).ShouldBe(Enumerable.Range(1, 7).Select(n => (long)n));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_the_matter_of_its_own_stream()
    {
        await using var archive = await TestArchive.CreateAsync();
        foreach (var id in new[] { "a", "b" })
            await archive.Log.AppendAsync($"record/{id}", -1, [New(id)], Cancellation);
        await ScalarAsync(archive, "update archive_log.mt_events set headers = '{}' where stream_id = 'record/b' returning 1");
        var read = Enumerable.Range(0, 40).Select(i => archive.Log.ReadStreamAsync(i % 2 == 0 ? "record/a" : "record/b", Cancellation)).ToArray();
        foreach (var (stream, i) in read.Select((stream, i) => (stream, i)))
        {
            if (i % 2 == 0)
                (await stream).Count.ShouldBe(1);
            else
                await stream.ShouldThrowAsync<UnreadableEventException>();
        }
    }

    /// <summary>An import that went on behind a lost transaction would stand in the log in another order than its dossier.</summary>
    [Fact]
    public async Task What_follows_in_a_run_an_append_that_an_outage_ended_fails_with_it_and_others_go_on()
    {
        await using var archive = await TestArchive.CreateAsync();
        await ScalarAsync(archive, "create function refuse() returns trigger language plpgsql as $$ begin raise exception 'planted' using errcode = '53100'; end $$");
        await ScalarAsync(archive, "create trigger refuse before insert on archive_log.mt_events for each row when (new.stream_id = 'record/lost') execute function refuse()");
        await using var gate = new Crashes.MartenAppendGate(archive.ConnectionString);
        await gate.CloseAsync();
        var run = archive.Log.BeginRun(fills: false);
        var lost = AppendAsync("lost");
        while (await ScalarAsync(archive, "select exists (select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database()))") is not true)
            await Task.Delay(5, Cancellation);
        var behind = new[] { AppendAsync("behind"), AppendAsync("further-behind") };
        var other = archive.Log.AppendAsync("record/of-nobody-else", -1, [New("of-nobody-else")], Cancellation);
        await gate.OpenAsync();

        foreach (var append in behind.Prepend(lost))
            (await Should.ThrowAsync<Npgsql.PostgresException>(() => append)).SqlState.ShouldBe("53100");
        (await other).ShouldBeOfType<AppendResult.Appended>();
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => AppendAsync("later"))).SqlState.ShouldBe("53100");
        (await archive.Log.ReadAfterAsync(LogPosition.Start, 10, Cancellation)).Select(logged => logged.Stream).ShouldBe(["record/of-nobody-else"]);

        Task<AppendResult> AppendAsync(string record) => run.AppendAsync($"record/{record}", -1, [New(record)], Cancellation);
    }

    [Fact]
    public async Task Connections_that_the_server_ended_meanwhile_are_replaced()
    {
        await using var archive = await TestArchive.CreateAsync();
        for (long revision = -1; revision < 3; revision++)
        {
            (await archive.Log.AppendAsync("record/r", revision, [New("r", (int)revision + 1)], Cancellation)).ShouldBeOfType<AppendResult.Appended>();
            (await archive.Log.ReadStreamAsync("record/r", Cancellation)).Count.ShouldBe((int)revision + 2);
            await using var killer = new Npgsql.NpgsqlConnection(archive.ConnectionString + ";Pooling=false");
            await killer.OpenAsync(Cancellation);
            await using var kill = new Npgsql.NpgsqlCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()", killer);
            ((long)(await kill.ExecuteScalarAsync(Cancellation))!).ShouldBeGreaterThan(1);
        }
    }

    [Fact]
    public async Task Appends_are_durable_even_where_the_server_would_not_wait()
    {
        await using var archive = await TestArchive.CreateAsync();
        await ScalarAsync(archive, $"do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$");
        await archive.ReopenAsync();
        Npgsql.NpgsqlConnection.ClearAllPools();
        await archive.Log.AppendAsync("record/r", -1, [New("r")], Cancellation);
        await using var kept = new KeptConnection(archive.Database);
        await using var command = new Npgsql.NpgsqlCommand("show synchronous_commit", await kept.OpenAsync());
        (await command.ExecuteScalarAsync(Cancellation)).ShouldBe("on");
    }

    private static NewEvent New(string record, int number = 0)
    {
        var happened = new RecordOpened(record, new RecordDescription("A title", null, null, [], null, null));
        var command = EventId.NameBased(Guid.Empty, System.Text.Encoding.UTF8.GetBytes($"{record} {number}"));
        return new NewEvent(
            EventId.Of(command, $"record/{record}", 0), EventCatalogue.NameOf(happened), happened,
            new EventMetadata(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), "tester", Guid.Empty, 0, 1, "f", null, Guid.Empty, ["source/z"], new byte[32], new byte[32]));
    }

    private static object Wrap(Marten.IDocumentSession session, NewEvent added)
    {
        var wrapped = ((Marten.DocumentStore)session.DocumentStore).Events.BuildEvent(added.Event);
        wrapped.Id = added.Id;
        wrapped.SetHeader(EventMetadataJson.Header, added.Metadata);
        return wrapped;
    }

    private static async Task<object?> ScalarAsync(TestArchive archive, string sql)
    {
        await using var command = archive.Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
