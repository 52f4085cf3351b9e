using Archive.EventLog;
using Archive.LogCopies;
using Archive.Projection;
using Archive.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.LogCopies;

public sealed class RefusedCopyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("other")]
    [InlineData("archive")]
    public async Task A_log_with_entries_is_not_copied_into(string taken)
    {
        await using var moving = await MovingArchive.CreateAsync();
        await using var another = await TestArchive.CreateAsync(configure: moving.Choose(taken));
        await another.RegisterAsync("another");
        await moving.FillAsync("postgres", 91, 5);

        (await moving.RefusedAsync("postgres", taken)).ShouldBe("log-not-empty");

        await another.RegisterAsync("goes-on");
        await using var archive = await moving.OpenAsync("postgres");
        await archive.RegisterAsync("goes-on");
    }

    [Fact]
    public async Task A_log_that_was_opened_and_has_no_entries_is_copied_into()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await (await TestArchive.CreateAsync(configure: moving.Choose("archive"))).DisposeAsync();
        await moving.FillAsync("postgres", 92, 5);

        await moving.CopiedAsync("postgres", "archive");

        (await moving.CompareAsync("postgres", "archive")).Equal.ShouldBeTrue();
    }

    [Fact]
    public async Task Only_the_log_that_the_ledger_is_made_from_is_copied()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await using var another = await TestArchive.CreateAsync(configure: moving.Choose("archive"));
        await another.RegisterAsync("another");
        await moving.FillAsync("postgres", 93, 5);

        (await moving.RefusedAsync("archive", "other")).ShouldBe("log-diverged");
        (await moving.RefusedAsync("nowhere", "other")).ShouldBe("log-missing");
        (await moving.RefusedAsync("postgres", "postgres")).ShouldBe("log-copy-same");
        await moving.CopiedAsync("postgres", "archive-2");
        await moving.CopiedAsync("archive-2", "archive-3");
        (await moving.RefusedAsync("postgres", "archive-4")).ShouldBe("log-diverged");
        (await moving.RefusedAsync("postgres", "archive-2")).ShouldBe("log-diverged");
    }

    [Fact]
    public async Task A_copy_that_was_begun_from_another_log_is_not_gone_on_with()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillAsync("postgres", 94, 5);
        await using (var another = await TestArchive.CreateAsync(configure: moving.Choose("archive")))
            await another.Log.Control.BeginFillingAsync((await another.Log.IdentifyAsync(Cancellation)) with { Id = Guid.NewGuid() }, LogState.CopyOf(Guid.NewGuid()), Cancellation);

        (await moving.RefusedAsync("postgres", "archive")).ShouldBe("log-copy-unfinished");
    }

    [Theory]
    [InlineData("other")]
    [InlineData("archive")]
    public async Task Something_else_in_the_log_that_is_filled_is_found_and_the_ledger_stays(string to)
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillAsync("postgres", 95, 10);
        await moving.CrashAsync("postgres", to, progress => progress.Step == LogCopyStep.Closing);
        await using (var archive = await moving.OpenAsync("postgres"))
        {
            await archive.RegisterAsync("stray");
            var stray = (await archive.Log.ReadStreamAsync("source/stray", Cancellation)).Single();
            await using var target = moving.Reach(to);
            (await target.GetRequiredService<IEventLog>().BeginRun(fills: true).AppendAsync("source/other-stray", -1, [new NewEvent(Guid.NewGuid(), stray.Type, new StoredEvent("source/other-stray", [], stray.Data), stray.Metadata)], Cancellation))
                .ShouldBeOfType<AppendResult.Appended>();
        }

        (await moving.RefusedAsync("postgres", to)).ShouldBe("log-copy-differs");

        (await moving.CompareAsync("postgres", to)).Difference.ShouldNotBeNull().Member.ShouldBe("id");
        await using var goesOn = await moving.OpenAsync("postgres");
        await goesOn.RegisterAsync("goes-on");
    }

    [Fact]
    public async Task A_comparison_names_the_first_difference()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillAsync("postgres", 96, 10);
        var copied = await moving.CopiedAsync("postgres", "other");

        await ChangeAsync(moving, "update archive_log.mt_events set headers = jsonb_set(headers, '{archive,actor}', '\"mallory\"') where seq_id = 7");
        var actor = await moving.CompareAsync("postgres", "other");
        await ChangeAsync(moving, "update archive_log.mt_events set data = data || '{\"words\":\"other\"}' where seq_id = 5");
        var data = await moving.CompareAsync("postgres", "other");

        (actor.Equal, actor.Events, actor.Difference).ShouldBe((false, 6, new LogDifference(7, "metadata.actor", "tester", "mallory")));
        (data.Events, data.Difference!.Entry, data.Difference.Member).ShouldBe((4, 5, "data"));
        copied.Events.ShouldBeGreaterThan(7);
    }

    [Fact]
    public async Task Two_copies_at_once_move_it_once()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillAsync("postgres", 97, 20);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => moving.CopyAsync("postgres", "archive"))));

        // The other one waits for a while, and then finds it done.
        var done = outcomes.OfType<Outcome<CopiedLog>.Ok>().Select(outcome => outcome.Value).ToArray();
        done.ShouldNotBeEmpty();
        done.ShouldAllBe(copied => copied == done[0]);
        (await moving.CompareAsync("postgres", "archive")).Equal.ShouldBeTrue();
    }

    [Fact]
    public async Task A_process_on_the_old_log_records_nothing_answers_and_leaves_projecting_to_others()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillAsync("postgres", 98, 20);
        await using var old = await moving.OpenAsync("postgres");
        old.Host.StartProjecting();
        await old.RegisterAsync("before");

        var copied = await moving.CopiedAsync("postgres", "archive");

        (await old.SendAsync(new RegisterSource(old.Context(), "refused", new Domain.Sources.SourceDraft(Domain.Sources.SourceKind.Agency, "Refused"), null)))
            .ShouldBeOfType<Outcome<Commands.Receipt>.Refused>().Refusal.Code.ShouldBe("log-closed");
        await using var moved = await moving.OpenAsync("archive");
        await moved.RegisterAsync("after");
        var status = await moved.AskAsync(new GetStatus());
        (status.Entry, status.Ready).ShouldBe((copied.Events + 1, true));
        (await old.AskAsync(new GetStatus())).ShouldSatisfyAllConditions(
            seen => seen.Entry.ShouldBe(copied.Events + 1), seen => seen.Lag.ShouldBeNull(), seen => seen.Problems.ShouldContain(problem => problem.Code == "log-closed"));
        (await moving.ValuesAsync($"select id::text from archive_g{status.Generation}.mt_doc_projection_fault")).ShouldBeEmpty();
    }

    /// <summary>It would else tell everybody that the log diverged, in the read models that the archive goes on with.</summary>
    [Theory]
    [InlineData("postgres", "archive", "archive-2")]
    [InlineData("archive", "postgres", "archive-2")]
    public async Task A_projector_on_the_old_log_or_on_one_that_is_filled_stands_aside(string first, string second, string third)
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillAsync(first, 99, 10);
        await moving.CopiedAsync(first, second);
        await moving.CrashAsync(second, third, progress => progress.Step == LogCopyStep.Closing);
        await using var archive = await moving.OpenAsync(second);
        var head = await archive.Host.Services.GetRequiredService<ProjectionProgress>().ReadHeadAsync(Cancellation);

        (await StoppedAsync(first)).ShouldSatisfyAllConditions(stopped => stopped.Code.ShouldBe("log-closed"), stopped => stopped.LeavesToOthers.ShouldBeTrue());
        (await StoppedAsync(third)).ShouldSatisfyAllConditions(stopped => stopped.Code.ShouldBe("log-copy-unfinished"), stopped => stopped.LeavesToOthers.ShouldBeTrue());
        await archive.RegisterAsync("goes-on");

        async Task<ProjectionStoppedException> StoppedAsync(string log)
        {
            await using var reached = moving.Reach(log);
            return await Should.ThrowAsync<ProjectionStoppedException>(() => LogContinuity.RequireAsync(reached.GetRequiredService<IEventLog>(), head, Cancellation));
        }
    }

    private static async Task ChangeAsync(MovingArchive moving, string sql)
    {
        await using var command = moving.Others.CreateCommand(sql);
        (await command.ExecuteNonQueryAsync(Cancellation)).ShouldBe(1);
    }
}
