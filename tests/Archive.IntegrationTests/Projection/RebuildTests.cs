using System.Diagnostics;
using Archive.Dossiers;
using Archive.IntegrationTests.Cli;
using Archive.IntegrationTests.Crashes;
using Archive.IntegrationTests.Laws;
using Archive.Projection;
using Archive.Records;
using Archive.Snapshots;
using Npgsql;

namespace Archive.IntegrationTests.Projection;

public sealed class RebuildTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_rebuilds_run_writers_go_on_and_readers_see_no_error_no_gap_and_no_other_final_answer()
    {
        // More than a rebuild takes at a time.
        using var dossier = new GeneratedDossier(claims: 300, corrections: 5_200);
        await using var archive = await ImportedAsync(dossier);
        await using var other = await archive.OpenAnotherAsync();
        await using var life = await ArchiveLife.BeginAsync(archive, other, dossier);

        (await archive.Host.RebuildAsync(new Meanwhile(life), Cancellation)).Generation.ShouldBe(2);
        // The next takes away what the readers of the first were in.
        (await other.RebuildAsync(new Meanwhile(life), Cancellation)).Generation.ShouldBe(3);

        var acknowledged = await life.EndAsync();
        await archive.Host.CatchUpAsync(Cancellation);
        var events = await RandomArchive.EventsAsync(archive);
        events.Count.ShouldBe(dossier.Events + acknowledged);
        await Law.EntriesAreDenseAsync(archive, events);
        await Law.AsOfIsTheFoldAsync(archive, events, [1_000, dossier.Events, events.Count - 1, events.Count], "after two rebuilds");
        await Law.RebuildIsLiveAsync(archive);
    }

    [Fact]
    public async Task A_rebuild_killed_half_way_leaves_the_archive_answering_and_the_next_leaves_nothing_of_it()
    {
        using var dossier = new GeneratedDossier(claims: 300, corrections: 700);
        await using var archive = await ImportedAsync(dossier);
        var live = await ReadModelDump.DigestAsync(archive, 1);
        // It cannot switch over while another has the lease and does not give way.
        await using (var lease = await HoldLeaseAsync(archive))
        {
            await KillRebuildAsync(archive, "select to_regclass('archive_g2.mt_doc_ledger_head') is not null");
            await AnswersAsBeforeAsync(archive, dossier);
            await KillRebuildAsync(archive, $"select exists (select from pg_locks where not granted and (classid::bigint << 32 | objid::bigint) = {ProjectorLease.LeaseLock} and database = (select oid from pg_database where datname = current_database()))");
            await AnswersAsBeforeAsync(archive, dossier);
        }

        var next = await ArchiveProcess.RunAsync(archive.ConnectionString, "rebuild");

        next.Code.ShouldBe(0, next.Error);
        var answering = (await archive.AskAsync(new GetStatus())).Generation;
        (await ReadModelDump.DigestAsync(archive, answering)).ShouldBe(live);
        (await ReadModelDump.DigestAsync(archive, 1)).ShouldBe(live, "for readers that are still in it");
        (await ScalarAsync(archive, "select count(*) from pg_namespace where nspname ~ '^archive_g'")).ShouldBe(2L);
        await archive.RegisterAsync("afterwards");
        await AnswersAsBeforeAsync(archive, dossier);
    }

    private static async Task<TestArchive> ImportedAsync(GeneratedDossier dossier)
    {
        var archive = await TestArchive.CreateAsync();
        await archive.AskAsync(new ImportDossier(dossier.Path, TestArchive.Tester, null));
        await archive.Host.CatchUpAsync(Cancellation);
        return archive;
    }

    private static async Task KillRebuildAsync(TestArchive archive, string when)
    {
        using var rebuild = ArchiveProcess.Start(archive.ConnectionString, "rebuild");
        var error = rebuild.StandardError.ReadToEndAsync(Cancellation);
        for (var began = Stopwatch.GetTimestamp(); await ScalarAsync(archive, when) is not true;)
        {
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(90), when);
            rebuild.HasExited.ShouldBeFalse(rebuild.HasExited ? $"It ended with {rebuild.ExitCode}: {await error}" : "");
            await Task.Delay(2, Cancellation);
        }

        rebuild.Kill();
        await rebuild.WaitForExitAsync(Cancellation);
    }

    private static async Task AnswersAsBeforeAsync(TestArchive archive, GeneratedDossier dossier)
    {
        (await archive.AskAsync(new GetRecord(GeneratedDossier.Record, new AsOf.Entry(dossier.Events), ClaimFilter.None, PageRequest.First))).Claims.Total.ShouldBe(300);
        (await archive.AskAsync(new GetRecord(GeneratedDossier.Record, AsOf.Latest, ClaimFilter.None, PageRequest.First))).Claims.Total.ShouldBe(300);
    }

    private static async Task<NpgsqlConnection> HoldLeaseAsync(TestArchive archive)
    {
        await using (var projects = await archive.OpenAnotherAsync())
            await projects.CatchUpAsync(Cancellation);
        await archive.ReopenAsync();
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(archive.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { Parameters = { new() { Value = ProjectorLease.LeaseLock } } };
        await command.ExecuteNonQueryAsync(Cancellation);
        return connection;
    }

    private static async Task<object?> ScalarAsync(TestArchive archive, string sql)
    {
        await using var command = archive.Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }

    /// <summary>Holds up the first steps of a rebuild until others have written and read meanwhile.</summary>
    private sealed class Meanwhile(ArchiveLife life) : IProgress<RebuildProgress>
    {
        private int _steps;

        public void Report(RebuildProgress value)
        {
            if (++_steps <= 3)
                life.GoesOn();
        }
    }
}
