using System.Diagnostics;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.Projection;
using Npgsql;

namespace Archive.IntegrationTests.EventLog;

/// <summary>
/// Marten writes placeholders ("tombstones") for the numbers that a failed append drew, when and where it likes. In this log they would be read as
/// events that nobody wrote, or be passed by for ever.
/// </summary>
[Trait(TestLog.Trait, TestLog.Marten)]
public sealed class PlaceholderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_group_in_which_one_append_fails_leaves_no_placeholder_and_the_others_are_appended()
    {
        await using var archive = await TestArchive.CreateAsync();
        await ExecuteAsync(
            archive,
            """
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'planted' using errcode = '23514'; end $$;
            create trigger refuse before insert on archive_log.mt_events for each row when (new.stream_id = 'source/poison') execute function refuse();
            """);
        Task<AppendResult> first, before, poison, after;
        await using (var holder = new NpgsqlConnection(archive.ConnectionString))
        {
            await holder.OpenAsync(Cancellation);
            await using (var hold = new NpgsqlCommand("select pg_advisory_lock(x'415243484C4F4731'::bigint)", holder))
                await hold.ExecuteNonQueryAsync(Cancellation);
            // While the first group waits for the append lock the others come together in the next.
            first = AppendAsync(archive, "first");
            await WaitsForTheLockAsync(archive);
            (before, poison, after) = (AppendAsync(archive, "before"), AppendAsync(archive, "poison"), AppendAsync(archive, "after"));
            await using var release = new NpgsqlCommand("select pg_advisory_unlock_all()", holder);
            await release.ExecuteNonQueryAsync(Cancellation);
        }

        foreach (var appended in new[] { first, before, after })
            (await appended).ShouldBeOfType<AppendResult.Appended>();
        (await Should.ThrowAsync<Exception>(() => poison)).ToString().ShouldContain("planted");
        // Marten would write them on its own time.
        await Task.Delay(500, Cancellation);
        (await CountAsync(archive, MartenLogStore.PlaceholderStream)).ShouldBe(0);
        await archive.Host.CatchUpAsync(Cancellation);
        (await archive.AskAsync(new GetStatus())).Entry.ShouldBe(3);
    }

    /// <summary>A log that a former build wrote may have them.</summary>
    [Fact]
    public async Task Placeholders_that_are_there_are_no_events()
    {
        await using var archive = await TestArchive.CreateAsync();
        await AppendAsync(archive, "one");
        await PlantAsync(archive);
        await AppendAsync(archive, "two");
        await PlantAsync(archive);

        await archive.Host.CatchUpAsync(Cancellation);

        (await CountAsync(archive, MartenLogStore.PlaceholderStream)).ShouldBe(2);
        var status = await archive.AskAsync(new GetStatus());
        (status.Entry, status.Lag, status.Ready).ShouldBe((2, 0, true));
        (await archive.Log.FindEndAsync(Cancellation)).ShouldBe(new LogPosition(3, 3));
        (await archive.Host.RebuildAsync(null, Cancellation)).Entries.ShouldBe(2);
    }

    /// <summary>As Marten writes them.</summary>
    private static Task PlantAsync(TestArchive archive) => ExecuteAsync(
        archive,
        $$"""
        insert into archive_log.mt_streams (id, version) values ('{{MartenLogStore.PlaceholderStream}}', 0) on conflict do nothing;
        insert into archive_log.mt_events (seq_id, id, stream_id, version, data, type, tenant_id, mt_dotnet_type)
        select number, gen_random_uuid(), '{{MartenLogStore.PlaceholderStream}}', number, '{}', 'tombstone', '*DEFAULT*', 'JasperFx.Events.Tombstone, JasperFx.Events'
        from nextval('archive_log.mt_events_sequence') as number;
        """);

    private static Task<AppendResult> AppendAsync(TestArchive archive, string source)
    {
        IArchiveEvent happened = new SourceRegistered(source, new SourceDescription(SourceKind.Other, "T", false, null, null, null, null, null, null, false, null));
        var command = EventId.NameBased(Guid.Empty, System.Text.Encoding.UTF8.GetBytes(source));
        var metadata = new EventMetadata(
            new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), "tester", command, 0, 1, new string('0', 64), null, null, [], new byte[32], new byte[32]);
        return archive.Log.AppendAsync(happened.Stream, -1, [new NewEvent(EventId.Of(command, happened.Stream, 0), EventCatalogue.NameOf(happened), happened, metadata)], Cancellation);
    }

    private static async Task WaitsForTheLockAsync(TestArchive archive)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(10, Cancellation))
        {
            await using var command = archive.Database.CreateCommand(
                "select exists (select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database()))");
            if (await command.ExecuteScalarAsync(Cancellation) is true)
                return;
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(30));
        }
    }

    private static async Task<long> CountAsync(TestArchive archive, string stream)
    {
        await using var command = archive.Database.CreateCommand("select count(*) from archive_log.mt_events where stream_id = $1");
        command.Parameters.Add(new() { Value = stream });
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private static async Task ExecuteAsync(TestArchive archive, string sql)
    {
        await using var command = archive.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
