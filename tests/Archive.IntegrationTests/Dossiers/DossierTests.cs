using Archive.Claims;
using Archive.Dossiers;
using Archive.EventLog;
using Archive.IntegrationTests.Laws;

namespace Archive.IntegrationTests.Dossiers;

/// <summary>The sample dossier through a real archive: in, in again, cut short, and out.</summary>
public sealed class DossierTests
{
    private static readonly string Sample = SampleFolder.Visit;

    [Fact]
    public async Task The_sample_is_imported_in_the_order_of_the_dossier_and_importing_it_again_changes_nothing()
    {
        await using var archive = await TestArchive.CreateAsync();
        var planned = await archive.AskAsync(new PlanImport(Sample, TestArchive.Named("editor")));
        (planned.Items, planned.AlreadyThere, planned.Events.Count).ShouldBe((211, 0, 250));

        var steps = new List<ImportProgress>();
        var first = await archive.AskAsync(new ImportDossier(Sample, TestArchive.Named("editor"), new Steps(steps)));
        first.Events.ShouldBe(250);
        steps[0].ShouldBe(new ImportProgress(0, 211));
        steps[^1].ShouldBe(new ImportProgress(211, 211));
        var log = await RandomArchive.EventsAsync(archive);
        log.Select(logged => (logged.Stream, logged.Type)).ShouldBe(planned.Events.Select(happened => (happened.Stream, happened.Type)));
        log.Select(logged => logged.Metadata.Correlation).Distinct().Count().ShouldBe(1);

        var again = await archive.AskAsync(new ImportDossier(Sample, TestArchive.Named("somebody-else")));
        (again.Events, again.AlreadyThere).ShouldBe((0, 211));
        (await archive.Log.FindEndAsync(TestContext.Current.CancellationToken)).ShouldBe(log[^1].Position);
    }

    [Fact]
    public async Task An_import_that_was_stopped_goes_on_where_it_was()
    {
        await using var archive = await TestArchive.CreateAsync();
        using var stopping = new CancellationTokenSource();
        var stopAt = new Stop(stopping, 40);
        await Should.ThrowAsync<OperationCanceledException>(() => archive.Host.Sender.Send(new ImportDossier(Sample, TestArchive.Named("editor"), stopAt), stopping.Token));
        await archive.ReopenAsync();
        var rest = await archive.AskAsync(new ImportDossier(Sample, TestArchive.Named("editor")));
        // What was under way at the same time arrived as well: at most so many.
        rest.AlreadyThere.ShouldBeInRange(40, 40 + PlannedAppends.MostUnderWay);
        (await archive.Log.CountAfterAsync(LogPosition.Start, TestContext.Current.CancellationToken)).ShouldBe(250);
    }

    [Fact]
    public async Task A_bad_dossier_leaves_nothing_behind()
    {
        await using var archive = await TestArchive.CreateAsync();
        using var folder = new Folder();
        folder.CopyFrom(Sample);
        folder.Edit("changes.yaml", "retract: c51", "reinstate: c51", "    reason: unsupported\n", "");
        var invalid = (await archive.Host.Sender.Send(new ImportDossier(folder.Path, TestArchive.Named("editor")))).ShouldBeOfType<Outcome<ImportResult>.Invalid>();
        invalid.Violations.Single().Pointer.ShouldStartWith("changes.yaml:");
        (await archive.Log.FindEndAsync(TestContext.Current.CancellationToken)).ShouldBe(LogPosition.Start);
    }

    [Fact]
    public async Task A_record_that_was_exported_and_imported_elsewhere_is_the_same_record()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var elsewhere = await TestArchive.CreateAsync();
        using var folder = new Folder();
        using var second = new Folder();
        await archive.AskAsync(new ImportDossier(Sample, TestArchive.Named("editor")));
        await archive.DoAsync(new RateClaim(archive.Context(), "visit-2023/c17", 2, "Three accounts agree."));

        var exported = await archive.AskAsync(new ExportDossier("visit-2023", folder.Path));
        exported.Events.ShouldBe(251);
        await elsewhere.AskAsync(new ImportDossier(folder.Path, TestArchive.Named("editor")));
        (await DataOf(elsewhere)).ShouldBe(await DataOf(archive));
        (await archive.AskAsync(new ImportDossier(folder.Path, TestArchive.Named("editor")))).Events.ShouldBe(0);
        (await archive.AskAsync(new ImportDossier(Sample, TestArchive.Named("editor")))).Events.ShouldBe(0);

        await elsewhere.Host.CatchUpAsync(TestContext.Current.CancellationToken);
        await elsewhere.AskAsync(new ExportDossier("visit-2023", second.Path));
        foreach (var file in exported.Files)
            File.ReadAllText(Path.Combine(second.Path, Path.GetFileName(file))).ShouldBe(File.ReadAllText(file));
        (await archive.Host.Sender.Send(new ExportDossier("visit-2023", folder.Path).AsTester())).ShouldBeOfType<Outcome<ExportedDossier>.Refused>()
            .Refusal.Code.ShouldBe("folder-not-empty");
    }

    [Fact]
    public async Task What_is_sensitive_in_a_dossier_is_kept_apart_wherever_it_is_imported()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var elsewhere = await TestArchive.CreateAsync();
        using var folder = new Folder();
        using var exported = new Folder();
        File.WriteAllText(
            Path.Combine(folder.Path, "record.yaml"),
            """
            record: {id: r, title: T}
            sources:
              - {id: s, kind: agency, title: S}
            claims:
              - {id: c1, kind: background, says: Canary sings, cites: [s], sensitive: true}
              - {id: c2, kind: background, says: Open words, cites: [s]}
            changes:
              - {correct: c1, set: {says: Canary is silent}, reason: other, fault: none, words: w, cites: [s]}
            """);
        await archive.AskAsync(new ImportDossier(folder.Path, TestArchive.Named("editor")));
        await archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);
        (await archive.AskAsync(new ImportDossier(folder.Path, TestArchive.Named("editor")))).Events.ShouldBe(0);
        (await archive.AskAsync(new ExportDossier("r", exported.Path))).Events.ShouldBe(5);
        File.ReadAllText(Path.Combine(exported.Path, "claims.yaml")).ShouldContain("Canary sings");
        await elsewhere.AskAsync(new ImportDossier(exported.Path, TestArchive.Named("editor")));
        foreach (var one in new[] { archive, elsewhere })
        {
            var stored = (await StreamsOf(one)).SelectMany(stream => stream).ToArray();
            stored.Length.ShouldBe(5);
            stored.ShouldAllBe(data => !data.Contains("Canary"));
            stored.ShouldContain(data => data.Contains("Open words"));
        }
    }

    private static async Task<ILookup<string, string>> StreamsOf(TestArchive archive) =>
        (await RandomArchive.EventsAsync(archive))
            .ToLookup(logged => logged.Stream, logged => logged.Type + System.Text.Encoding.UTF8.GetString(logged.Data.Span), StringComparer.Ordinal);

    private static async Task<string[]> DataOf(TestArchive archive) =>
        (await StreamsOf(archive)).OrderBy(stream => stream.Key, StringComparer.Ordinal).SelectMany(stream => stream.Prepend(stream.Key)).ToArray();

    private sealed class Steps(List<ImportProgress> steps) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => steps.Add(value);
    }

    private sealed class Stop(CancellationTokenSource stopping, int at) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Done == at)
                stopping.Cancel();
        }
    }
}
