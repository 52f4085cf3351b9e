using System.Diagnostics;
using Archive.EventLog;
using Archive.IntegrationTests.Cli;
using Archive.IntegrationTests.Laws;
using Archive.Projection;

namespace Archive.IntegrationTests.Crashes;

public sealed class ProjectorCrashTests
{
    private const int Kills = 20;

    /// <summary>Enough for all kills: an import goes one append after the other on EventStoreDB.</summary>
    private static readonly int Claims = TestLog.IsOnEventStoreDb ? 2_000 : 5_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// The projector is killed at a random event of the import, twenty times; there is always a second one, which is killed with it now and then. The
    /// server is restarted under all of them, once shut down and once killed.
    /// </summary>
    [Fact]
    public async Task Whatever_kills_projectors_and_the_database_while_an_import_runs_nothing_is_lost_doubled_or_out_of_order()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ARCHIVE_TEST_SEED"), out var given) ? given : Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"ARCHIVE_TEST_SEED={seed}");
        using var dossier = new GeneratedDossier(Claims, corrections: Claims);
        await using var home = new TestHome();
        await using var archive = await TestArchive.OverAsync(await home.NewDurableCluster().EnsureRunningAsync(Cancellation));

        await CrashAsync(home, archive, dossier, new Random(seed));

        await archive.Host.CatchUpAsync(Cancellation);
        var events = await RandomArchive.EventsAsync(archive);
        AreOfTheDossier(events);
        await Law.EntriesAreDenseAsync(archive, events);
        await Law.AsOfIsTheFoldAsync(archive, events, Enumerable.Range(0, 5).Select(i => events.Count - (i * 2_345L)).Where(n => n >= 0), $"seed {seed}");
        await Law.CheckpointsAreOfTheTreeAsync(archive);
        await Law.RebuildIsLiveAsync(archive);
        (await ArchiveProcess.RunAsync(archive.ConnectionString, "import", dossier.Path)).Output.ShouldContain("nothing was repeated");
    }

    private static async Task CrashAsync(TestHome home, TestArchive archive, GeneratedDossier dossier, Random random)
    {
        var (shutDown, killed) = (random.Next(3, 9), random.Next(11, 17));
        await using var gate = await AppendGate.OfAsync(archive.ConnectionString);
        await gate.CloseAsync();
        var import = new ImportUnderway(archive, dossier);
        await using var projectors = new ProjectorPair(archive.ConnectionString);
        for (var kill = 0; kill < Kills; kill++)
        {
            await projectors.OneWorksAsync();
            if (kill == shutDown || kill == killed)
            {
                var from = await import.CountAsync();
                await gate.LeaveAjarAsync();
                await import.ReachAsync(from + 1);
                await RestartAsync(home, asIfCrashed: kill == killed);
                await gate.CloseAsync();
                archive.Database.Clear();
                projectors.NoneHasEnded();
            }

            // While one transaction of the import is being projected, or has just been.
            await import.PassAsync(gate);
            await Task.Delay(random.Next(40), Cancellation);
            await projectors.KillAsync(both: random.Next(8) == 0);
            (await import.CountAsync()).ShouldBeLessThan(dossier.Events, "the import was to be underway still");
        }

        await gate.OpenAsync();
        await import.FinishAsync();
        await projectors.EndAsync();
    }

    private static async Task RestartAsync(TestHome home, bool asIfCrashed)
    {
        var cluster = home.NewDurableCluster();
        if (asIfCrashed)
        {
            using var server = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(home.Home, "postgres", "data", "postmaster.pid")).First()));
            server.Kill();
            await server.WaitForExitAsync(Cancellation);
        }
        else
            (await cluster.StopAsync(Cancellation)).ShouldBeTrue();

        await cluster.EnsureRunningAsync(Cancellation);
    }

    private static void AreOfTheDossier(IReadOnlyList<LoggedEvent> events)
    {
        events.Select(logged => (logged.Stream, logged.Revision)).ShouldBeUnique();
        events.Select(logged => logged.Id).ShouldBeUnique();
        var claims = Enumerable.Range(0, Claims).Select(i => $"claim/{GeneratedDossier.Record}/c{i}").ToArray();
        events[0].Type.ShouldBe("actor-registered.v1", "who runs the import");
        events.Skip(1).Take(11).Select(logged => logged.Stream).ShouldBe([.. Enumerable.Range(0, 10).Select(i => $"source/s{i}"), $"record/{GeneratedDossier.Record}"]);
        events.Skip(12).Select(logged => (logged.Stream, logged.Type)).SequenceEqual(
            [.. claims.Select(claim => (claim, "claim-recorded.v2")), .. claims.Select(claim => (claim, "claim-corrected.v2"))]).ShouldBeTrue("in the dossier's order");
    }
}
