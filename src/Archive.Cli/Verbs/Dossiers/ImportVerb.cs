using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Dossiers;

namespace Archive.Cli.Verbs.Dossiers;

internal sealed class ImportVerb : Verb
{
    private readonly Argument<string> _path = new("PATH") { Description = "The dossier: its folder, or its one file." };
    private readonly Option<bool> _plan = new("--plan") { Description = "Show, field by field, the events that would be appended, and append nothing." };
    private readonly ActorOption _actor = new();

    public ImportVerb() : base("import", "Import a dossier: a folder of YAML or JSON that an archivist writes by hand.")
    {
        Add(_path);
        Add(_plan);
        Add(_actor);
    }

    public override IReadOnlyList<string> Examples => ["archive import samples/visit-2023 --plan", "archive import samples/visit-2023"];

    public override IReadOnlyList<string> Notes =>
    [
        """
        The whole dossier is checked before anything is appended, and every error is told at once with its file, line and column. To import again
        changes nothing; after a crash it goes on where it was. What was learnt later is a change in the dossier, never an edit of the first version:
        see docs/dossier-format.md.
        """,
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var path = run.Parsed.GetRequiredValue(_path);
        await using var archive = await run.OpenAsync(Freshness.AsProjected);
        var asker = await archive.WhoAsync(_actor.Read(run), run.Cancellation);
        if (run.Parsed.GetValue(_plan))
        {
            var plan = await archive.AskAsync(new PlanImport(path, asker), run.Cancellation);
            return plan is Outcome<ImportPlan>.Ok { Value: var events } ? run.Answer(events, ImportSheet.Show) : run.Complain(Complaint.Of(plan));
        }

        if (await archive.IntroduceAsync(asker.Through ?? asker.Actor!, run.Cancellation) is { } refused)
            return run.Complain(Complaint.Of(refused));
        var outcome = await run.Terminal.WithProgressAsync(
            "Importing", bar => archive.AskAsync(new ImportDossier(path, asker, new Steps(bar)), run.Cancellation));
        if (outcome is not Outcome<ImportResult>.Ok { Value: var result })
            return run.Complain(Complaint.Of(outcome));
        if (result.Position is { } position)
            await archive.WaitForAsync(position, run.Cancellation);
        return run.Answer(result, ImportSheet.Show);
    }

    private sealed class Steps(IProgress<(long Done, long Total)> bar) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => bar.Report((value.Done, value.Total));
    }
}
