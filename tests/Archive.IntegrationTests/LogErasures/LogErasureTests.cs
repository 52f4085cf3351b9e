using Archive.Backups;
using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.IntegrationTests.LogCopies;
using Archive.LogErasures;
using Archive.Projection;
using Archive.Records;
using Archive.Sources;

namespace Archive.IntegrationTests.LogErasures;

public sealed class LogErasureTests
{
    [Fact]
    public async Task Processes_go_on_by_themselves_where_the_log_in_postgresql_was_rewritten()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillPlainlyAsync("postgres", 20);
        await using var writer = await moving.OpenAsync("postgres");
        await writer.RegisterAsync("before");
        writer.Host.StartProjecting();

        var erased = await moving.ErasedAsync("postgres", "postgres", [1], destroyOld: true);

        await writer.RegisterAsync("behind");
        (await writer.AskAsync(new GetStatus())).ShouldSatisfyAllConditions(
            status => status.Entry.ShouldBe(erased.Events + 1), status => status.LogId.ShouldBe(erased.LogId), status => status.Ready.ShouldBeTrue(), status => status.Stopped.ShouldBeNull());
    }

    /// <summary>Whoever is told that it is recorded finds it, whichever of the logs took it.</summary>
    [Fact]
    public async Task What_is_acknowledged_while_the_log_is_rewritten_is_in_the_new_one()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillPlainlyAsync("postgres", 60);
        await using var archive = await moving.OpenAsync("postgres");
        using var done = new CancellationTokenSource();
        var (acknowledged, refused) = (new List<string>(), 0);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !done.IsCancellationRequested; i++)
            {
                var command = new RegisterSource(archive.Context(), $"w{i}", new SourceDraft(SourceKind.Agency, "Writer"), null);
                for (var isDone = false; !isDone;)
                {
                    var outcome = await archive.SendAsync(command);
                    if (outcome is Outcome<Receipt>.Refused { Refusal.Code: "log-closed" })
                    {
                        refused++;
                        continue;
                    }

                    outcome.ShouldBeOfType<Outcome<Receipt>.Ok>($"{outcome}");
                    acknowledged.Add(command.Source);
                    isDone = true;
                }
            }
        });

        await moving.ErasedAsync("postgres", "postgres", [1, 2], destroyOld: true);
        await done.CancelAsync();
        await writing;

        acknowledged.Count.ShouldBeGreaterThan(3);
        await archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);
        foreach (var source in acknowledged)
            (await archive.Log.ReadStreamAsync($"source/{source}", TestContext.Current.CancellationToken)).Count.ShouldBe(1, source);
        await Laws.Law.EntriesAreDenseAsync(archive, await Laws.RandomArchive.EventsAsync(archive));
    }

    [Fact]
    public async Task A_command_of_which_an_event_was_erased_is_no_longer_known_again()
    {
        await using var moving = await MovingArchive.CreateAsync();
        RegisterSource command;
        await using (var archive = await moving.OpenAsync("postgres"))
        {
            command = new RegisterSource(archive.Context(), "s", new SourceDraft(SourceKind.Agency, "canary"), null);
            await archive.DoAsync(command);
        }

        await moving.ErasedAsync("postgres", "postgres", [1], destroyOld: true);

        await using var after = await moving.OpenAsync("postgres");
        (await after.SendAsync(command)).ShouldBeOfType<Outcome<Receipt>.Refused>().Refusal.Code.ShouldBe("content-erased");
        // Not even a digest of the words by themselves is left, from which they could be guessed.
        (await moving.ValuesAsync("select headers ->> 'archive' from archive_log.mt_events")).ShouldAllBe(metadata => !metadata.Contains(CommandFingerprint.Of(command), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_comparison_takes_an_entry_without_its_words_for_the_same()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillPlainlyAsync("postgres", 20);
        var erased = await moving.ErasedAsync("postgres", "archive", [1, 5]);

        var compared = await moving.CompareAsync("postgres", "archive");

        (compared.Equal, compared.Events, compared.Erased, compared.RootHash).ShouldBe((true, erased.Events, 2, erased.RootHash));
    }

    [Fact]
    public async Task The_old_log_on_a_server_is_named_as_out_of_reach()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillPlainlyAsync("archive", 10);

        var erased = await moving.ErasedAsync("archive", "postgres", [1], destroyOld: true);

        erased.Destroyed.ShouldBeEmpty();
        erased.OutOfReach.ShouldContain(what => what.Contains("prefix archive", StringComparison.Ordinal) && what.Contains("scavenge", StringComparison.Ordinal));
        erased.OutOfReach.ShouldContain(what => what.Contains("backups", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_under_a_hold_is_not_erased_and_what_decides_on_holds_never()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await using (var archive = await moving.OpenAsync("postgres"))
        {
            await archive.RegisterAsync("s");
            await archive.AppendAsync(new HoldPlaced("source/s", 1, "Order of 2026", "a case"));
        }

        var events = await moving.CountAsync("postgres");
        async Task<string> RefusedAsync(long entry) =>
            (await moving.EraseAsync("postgres", "postgres", [entry])).ShouldBeOfType<Outcome<ErasedFromLog>.Refused>().Refusal.Code;

        (await RefusedAsync(events - 1)).ShouldBe("under-hold");
        (await RefusedAsync(events)).ShouldBe("entry-kept");
        await using (var archive = await moving.OpenAsync("postgres"))
            await archive.AppendAsync(new HoldLifted("source/s", 1, "closed"));
        (await moving.ErasedAsync("postgres", "postgres", [events - 1])).Entries.ShouldHaveSingleItem().Stream.ShouldBe("source/s");
    }

    [Fact]
    public async Task What_the_event_kept_by_reference_goes_with_it()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await using (var archive = await moving.OpenAsync("postgres"))
        {
            await archive.RegisterAsync("s");
            await archive.DoAsync(new OpenRecord(archive.Context(), "r", new RecordDraft("R")));
            foreach (var id in (string[])["r/one", "r/two"])
                await archive.DoAsync(new RecordClaim(archive.Context(), id, new ClaimDraft($"canary {id}", new Background([], null)), [new("s")], Sensitive: true));
        }

        var events = await moving.CountAsync("postgres");
        await moving.ErasedAsync("postgres", "postgres", [events - 1], destroyOld: true);

        (await moving.ValuesAsync("select distinct stream from archive_content.kept")).ShouldBe(["claim/r/two"]);
    }

    [Fact]
    public async Task Where_something_is_wrong_nothing_is_erased()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillPlainlyAsync("postgres", 10);
        async Task<string> RefusedAsync(params long[] entries) =>
            (await moving.EraseAsync("postgres", "postgres", entries)).ShouldBeOfType<Outcome<ErasedFromLog>.Refused>().Refusal.Code;
        async Task<int> InvalidAsync(string reference, params long[] entries) =>
            (await moving.EraseAsync("postgres", "postgres", entries, reference: reference)).ShouldBeOfType<Outcome<ErasedFromLog>.Invalid>().Violations.Count;

        (await RefusedAsync(1, 9_999)).ShouldBe("entry-unknown");
        (await InvalidAsync("law")).ShouldBe(1);
        (await InvalidAsync("law", 0)).ShouldBe(1);
        (await InvalidAsync("law", 1, 1)).ShouldBe(1);
        (await InvalidAsync("two\nlines", -1)).ShouldBe(2);
        (await moving.ValuesAsync("select nspname::text from pg_namespace where nspname like 'archive_log%'")).ShouldBe(["archive_log"]);
        (await moving.ValuesAsync("select 'x' from archive_log.mt_events where data ? 'erased'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_archive_without_words_of_some_entries_is_backed_up_restored_and_copied_like_any_other()
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillPlainlyAsync("postgres", 20);
        var erased = await moving.ErasedAsync("postgres", "postgres", [1, 4, 9], destroyOld: true);
        var folder = Directory.CreateTempSubdirectory("archive-test-").FullName;
        await using var other = await TestDatabase.CreateAsync();
        try
        {
            var backup = Path.Combine(folder, "backup");
            await using (var archive = await moving.OpenAsync("postgres"))
                (await archive.AskAsync(new WriteBackup(backup))).RootHash.ShouldBe(erased.RootHash);
            var restored = await ArchiveHost.RestoreAsync(
                new RestoreBackup(backup, KnownEntry.None), _ => Task.FromResult(other.ConnectionString), null, TestContext.Current.CancellationToken);
            restored.ShouldBeOfType<Outcome<RestoredArchive>.Ok>($"{restored}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        var copied = await moving.CopiedAsync("postgres", "archive");

        copied.RootHash.ShouldBe(erased.RootHash);
        await using var moved = await moving.OpenAsync("archive");
        (await Laws.RandomArchive.EventsAsync(moved)).Count(logged => logged.Happened() is ErasedEvent).ShouldBe(3);
    }
}
