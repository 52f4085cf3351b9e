using System.Text;
using Archive.Access;
using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.EventLog;
using Archive.Evidence;
using Archive.IntegrationTests.Cli;
using Archive.Snapshots;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Archive.IntegrationTests.Evidence.Erasures;

namespace Archive.IntegrationTests.Evidence;

/// <summary>Orders to erase against holds, quotes, captures and crashes, in whatever order they meet.</summary>
public sealed class ErasureRaceTests : IAsyncLifetime
{
    /// <summary>"ARCHERS1": whoever erases takes it.</summary>
    private const long ErasingLock = 0x4152434845525331;

    private const string Text = "The canary sang at dawn, and nobody heard it.";

    private TestArchive _archive = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _archive = await TestArchive.CreateAsync();
        await _archive.OpenAsync("r");
        await _archive.RegisterAsync("s");
    }

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Fact]
    public async Task Of_a_hold_and_an_order_at_the_same_time_the_one_that_stands_first_in_the_ledger_prevails()
    {
        var (held, destroyed) = (0, 0);
        for (var i = 0; i < 12; i++)
        {
            var (source, claim) = ($"s{i}", $"r/c{i}");
            await _archive.RegisterAsync(source);
            var digest = await _archive.CaptureAsync(source, $"{Text} {i}");
            await _archive.QuoteAsync(claim, source, "sang at dawn");
            var hold = new HoldPlaced($"claim/{claim}", 1, "Order of 2026", "a case");
            var order = Erase(_archive, $"source/{source}", digest);
            // Both ways round, and in between whatever comes.
            var placed = i % 3 == 0 ? _archive.AppendAsync(hold) : null;
            var ordered = _archive.Host.Sender.Send(order);
            placed ??= _archive.AppendAsync(hold);
            await Task.WhenAll(placed, ordered);
            await _archive.Host.CatchUpAsync(Cancellation);
            var receipt = (await ordered).ShouldBeOfType<Outcome<Receipt>.Ok>().Value;
            var record = await _archive.AskAsync(new CarryOutErasure($"source/{source}", receipt.Revision));
            var holdEntry = await EntryOfAsync($"claim/{claim}", "hold-placed.v1");
            record.Outcome.ShouldBe(holdEntry < record.Entry ? ErasureOutcome.Held : ErasureOutcome.Destroyed);
            (await _archive.QuoteOfAsync(claim)).IsErased.ShouldBe(record.Outcome == ErasureOutcome.Destroyed);
            (held, destroyed) = record.Outcome == ErasureOutcome.Held ? (held + 1, destroyed) : (held, destroyed + 1);
        }

        TestContext.Current.SendDiagnosticMessage($"held {held}, destroyed {destroyed}");
    }

    [Fact]
    public async Task A_hold_that_follows_the_order_comes_too_late()
    {
        var digest = await _archive.CaptureAsync("s", Text);
        await using (await HoldErasingAsync())
        {
            await _archive.DoAsync(Erase(_archive, "source/s", digest));
            await _archive.AppendAsync(new HoldPlaced("record/r", 1, "Order of 2026", "a case"));
            await _archive.AppendAsync(new HoldPlaced("source/s", 1, "Order of 2026", "a case"));
        }

        (await CarryOutAsync("source/s")).Outcome.ShouldBe(ErasureOutcome.Destroyed);
    }

    [Fact]
    public async Task Words_that_are_being_quoted_while_their_capture_is_erased_go_with_it()
    {
        var digest = await _archive.CaptureAsync("s", Text);
        var store = _archive.Host.Services.GetRequiredService<KeptStore>();
        KeptDraft[] drafts = [new(KeptKind.Quote, """{"exact":"sang at dawn"}""", [digest])];
        // Kept, and not yet appended.
        (await store.KeepAsync("claim/r/x", EventId.NameBased(Guid.Empty, "before"u8), drafts, Cancellation)).ShouldNotBeNull();
        await using (var quoting = new NpgsqlConnection(_archive.ConnectionString))
        {
            await quoting.OpenAsync(Cancellation);
            var transaction = await quoting.BeginTransactionAsync(Cancellation);
            await RunAsync(quoting, $"select digest from archive_content.content where digest = '{digest}' for key share");
            await RunAsync(quoting, $"insert into archive_content.kept (digest, kind, salt, content, stream, captures, command) values ('{new string('f', 64)}', 'quote', '', '', 'claim/r/y', '{{{digest}}}', '{EventId.NameBased(Guid.Empty, "during"u8)}')");
            var erasing = _archive.EraseAsync("source/s", digest);
            await WaitingAsync();
            erasing.IsCompleted.ShouldBeFalse("who quotes holds the capture");
            await transaction.CommitAsync(Cancellation);
            (await erasing).Outcome.ShouldBe(ErasureOutcome.Destroyed);
        }

        (await _archive.CountAsync("kept")).ShouldBe(0);
        (await store.KeepAsync("claim/r/x", EventId.NameBased(Guid.Empty, "after"u8), drafts, Cancellation)).ShouldBeNull("there is nothing any more that could be quoted");
        (await _archive.CountAsync("kept")).ShouldBe(0);
    }

    [Fact]
    public async Task Bytes_that_are_being_captured_are_not_taken_for_unused()
    {
        await _archive.RegisterAsync("t");
        var digest = await _archive.CaptureAsync("s", Text);
        Task<ErasureRecord> erasing;
        await using (await CaptureTurn.BeginAsync(_archive.Database, [digest], Cancellation))
        {
            erasing = _archive.EraseAsync("source/s", digest);
            await WaitingAsync();
            erasing.IsCompleted.ShouldBeFalse();
            await _archive.AppendAsync(new Domain.Sources.SourceCaptured(
                "t", new Domain.Sources.Capture(digest, Text.Length, "text/plain", null, DateTimeOffset.UnixEpoch, "tester", Domain.Sources.CaptureMethod.Other)));
        }

        var record = await erasing;
        (record.Outcome, record.Because.ShouldHaveSingleItem()).ShouldBe((ErasureOutcome.Shared, "source/t"));
        (await _archive.CountAsync("content")).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_ordered_by_a_process_that_was_killed_is_carried_out_at_the_next_start()
    {
        var digest = await _archive.CaptureAsync("s", Text);
        await _archive.DoAsync(new RegisterActor(_archive.Context(), "tester", ActorKind.Person, Role.Administrator, "Tester"));
        // Opened again, it does not project until it is asked to.
        await _archive.ReopenAsync();
        await using (await HoldErasingAsync())
        {
            using var process = ArchiveProcess.Start(
                _archive.ConnectionString, "erase", "--source", "s", "--capture", digest, "--confirm", digest, "--reason", "court-order", "--legal-reference", "7 O 12/26", "--words", "ordered", "--json");
            await using (var database = NpgsqlDataSource.Create(_archive.ConnectionString))
            {
                for (var ordered = false; !ordered && !process.HasExited; await Task.Delay(50, Cancellation))
                {
                    await using var command = database.CreateCommand("select exists (select from archive_g1.mt_doc_ledger_entry where data ->> 'type' = 'content-erased.v1')");
                    ordered = await command.ExecuteScalarAsync(Cancellation) is true;
                }
            }

            process.HasExited.ShouldBeFalse(process.HasExited ? await process.StandardError.ReadToEndAsync(Cancellation) : null);
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }

        (await _archive.CountAsync("content")).ShouldBe(1, "it was killed before it destroyed anything");
        _archive.Host.StartProjecting();
        for (long left = 1; left > 0; left = await _archive.CountAsync("content"))
            await Task.Delay(50, Cancellation);
        (await CarryOutAsync("source/s")).Outcome.ShouldBe(ErasureOutcome.Destroyed);
    }

    private async Task<ErasureRecord> CarryOutAsync(string subject)
    {
        var past = await _archive.Log.ReadStreamAsync(subject, Cancellation);
        return await _archive.AskAsync(new CarryOutErasure(subject, past.Last(logged => logged.Type == "content-erased.v1").Revision));
    }

    private async Task<long> EntryOfAsync(string stream, string type)
    {
        await using var command = _archive.Database.CreateCommand("select id from archive_g1.mt_doc_ledger_entry where stream = $1 and data ->> 'type' = $2");
        command.Parameters.Add(new() { Value = stream });
        command.Parameters.Add(new() { Value = type });
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    /// <summary>Until it is disposed of, nobody carries anything out.</summary>
    private async Task<NpgsqlConnection> HoldErasingAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_archive.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await RunAsync(connection, $"select pg_advisory_lock({ErasingLock})");
        return connection;
    }

    /// <summary>Returns when somebody waits for a lock in this database.</summary>
    private async Task WaitingAsync()
    {
        for (var waiting = false; !waiting; await Task.Delay(20, Cancellation))
        {
            await using var command = _archive.Database.CreateCommand("select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')");
            waiting = await command.ExecuteScalarAsync(Cancellation) is true;
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
