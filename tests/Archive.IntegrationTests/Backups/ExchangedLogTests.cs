using Archive.Domain.Sources;
using Archive.Projection;
using Archive.Sources;

namespace Archive.IntegrationTests.Backups;

/// <summary>The log under a projector that runs is put away and another put in its place.</summary>
public sealed class ExchangedLogTests
{
    [Theory]
    [InlineData("another log")]
    [InlineData("a shorter one")]
    [InlineData("another event")]
    [InlineData("a changed event")]
    public async Task A_projector_that_is_idle_stops_with_log_diverged(string what)
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("one");
        await archive.RegisterAsync("two");
        await (what switch
        {
            "another log" => archive.Tampering.ExchangeIdAsync(Guid.NewGuid()),
            "a shorter one" => archive.Tampering.ChangeAsync("source/two", _ => null),
            "another event" => archive.Tampering.ChangeAsync("source/two", there => there with { Id = Guid.NewGuid() }),
            _ => archive.Tampering.RetitleAsync("two"),
        });

        await StatusAsync(archive, status => status.Stopped?.Contains("The log is not the one") == true, what);

        var status = await archive.AskAsync(new GetStatus());
        status.Entry.ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_of_a_log_with_another_id_takes_effect_and_the_right_one_put_back_is_enough()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("one");
        var right = await archive.Tampering.ExchangeIdAsync(Guid.NewGuid());
        // By now this process is sure of its log: only the projector looks every time.
        await archive.SendAsync(new RegisterSource(archive.Context(), "two", new SourceDraft(SourceKind.Other, "T")));

        await StatusAsync(archive, status => status.Stopped is not null, "stopped");
        (await archive.AskAsync(new GetStatus())).ShouldSatisfyAllConditions(status => status.Entry.ShouldBe(1), status => status.Lag.ShouldBeNull());

        await archive.Tampering.ExchangeIdAsync(right);
        await StatusAsync(archive, status => status is { Entry: 2, Stopped: null }, "goes on");
    }

    [Fact]
    [Trait(TestLog.Trait, TestLog.Marten)]
    public async Task No_event_of_the_other_log_takes_effect_and_the_right_log_put_back_is_enough()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("one");
        await ExecuteAsync(archive, "alter schema archive_log rename to archive_log_kept");
        await ExecuteAsync(archive, "create schema archive_log");
        await ExecuteAsync(archive, "create table archive_log.identity as select single, gen_random_uuid() as log_id, log_name, predecessors, restoring from archive_log_kept.identity");
        await ExecuteAsync(archive, "create table archive_log.mt_events as table archive_log_kept.mt_events");
        await ExecuteAsync(archive, "insert into archive_log.mt_events select (e).* from (select jsonb_populate_record(m, jsonb_build_object('seq_id', 2, 'id', gen_random_uuid(), 'stream_id', 'source/foreign', 'data', jsonb_set(m.data, '{source}', '\"foreign\"'))) as e from archive_log_kept.mt_events m) as copied");

        await StatusAsync(archive, status => status.Stopped is not null, "stopped");
        (await archive.AskAsync(new GetStatus())).ShouldSatisfyAllConditions(status => status.Entry.ShouldBe(1), status => status.Lag.ShouldBeNull());

        await ExecuteAsync(archive, "drop schema archive_log cascade");
        await ExecuteAsync(archive, "alter schema archive_log_kept rename to archive_log");
        var receipt = (await archive.SendAsync(new RegisterSource(archive.Context(), "two", new SourceDraft(SourceKind.Other, "T")))).ShouldBeOfType<Outcome<Commands.Receipt>.Ok>();
        await StatusAsync(archive, status => status is { Entry: 2, Stopped: null }, "goes on");
        receipt.Value.Position.ShouldNotBeNull();
    }

    private static async Task StatusAsync(TestArchive archive, Func<ArchiveStatus, bool> isSo, string what)
    {
        for (var tries = 0; ; tries++)
        {
            var status = await archive.AskAsync(new GetStatus());
            if (isSo(status))
                return;
            tries.ShouldBeLessThan(600, $"{what}: {status}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static async Task ExecuteAsync(TestArchive archive, string sql)
    {
        await using var command = archive.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
