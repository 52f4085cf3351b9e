using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Cli.Verbs.Neutral;
using Archive.Domain.Ledger.Notes;
using Archive.Dossiers;
using Archive.Packages;

namespace Archive.Cli.Verbs.Dossiers;

internal sealed class ImportVerb : Verb
{
    private readonly Argument<string> _path = new("PATH") { Description = "The dossier: its folder, or its one file. Or a package of another archive: the folder of the bag." };
    private readonly Option<bool> _plan = new("--plan") { Description = "Show, field by field, the events that would be appended, and append nothing." };
    private readonly Option<string[]> _keys = TrustedKeys.Option("--key", "the other archive, where PATH is its package");
    private readonly ActorOption _actor = new();

    public ImportVerb() : base("import", "Import a dossier, a folder of YAML or JSON that an archivist writes by hand, or a package of another archive.")
    {
        Add(_path);
        Add(_plan);
        _keys.Required = false;
        Add(_keys);
        Add(_actor);
    }

    public override IReadOnlyList<string> Examples => ["archive import samples/visit-2023 --plan", "archive import samples/visit-2023", "archive import visit-2023.bag --key other-archive.pub"];

    public override IReadOnlyList<string> Notes =>
    [
        """
        The whole dossier is checked before anything is appended, and every error is told at once with its file, line and column. To import again
        changes nothing; after a crash it goes on where it was. What was learnt later is a change in the dossier, never an edit of the first version:
        see docs/dossier-format.md.
        """,
        """
        A package (a bag that 'archive export --format bag' wrote) is verified by the other archive's key first, and imported only when it is complete as signed. Its
        proofs are kept as a capture of a source of their own, which every claim cites beside its own sources. Decisions on access, holds and erasures
        are not taken over: they are the other archive's.
        """,
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var path = run.Parsed.GetRequiredValue(_path);
        await using var archive = await run.OpenAsync(Freshness.AsProjected);
        var asker = await archive.WhoAsync(_actor.Read(run), run.Cancellation);
        var keys = await KeysAsync(run, path);
        if (run.Parsed.GetValue(_plan))
        {
            var plan = keys is null
                ? await archive.AskAsync(new PlanImport(path, asker), run.Cancellation)
                : await archive.AskAsync(new PlanBagImport(path, keys, asker), run.Cancellation);
            return plan is Outcome<ImportPlan>.Ok { Value: var events } ? run.Answer(events, ImportSheet.Show) : run.Complain(Complaint.Of(plan));
        }

        if (await archive.IntroduceAsync(asker.Through ?? asker.Actor!, run.Cancellation) is { } refused)
            return run.Complain(Complaint.Of(refused));
        if (keys is not null)
        {
            var taken = await run.Terminal.WithProgressAsync("Importing", bar => archive.AskAsync(new ImportBag(path, keys, asker, new Steps(bar)), run.Cancellation));
            if (taken is not Outcome<ImportedBag>.Ok { Value: var bag })
                return run.Complain(Complaint.Of(taken));
            if (bag.Position is { } last)
                await archive.WaitForAsync(last, run.Cancellation);
            return run.Answer(bag, ImportSheet.Show);
        }

        var outcome = await run.Terminal.WithProgressAsync(
            "Importing", bar => archive.AskAsync(new ImportDossier(path, asker, new Steps(bar)), run.Cancellation));
        if (outcome is not Outcome<ImportResult>.Ok { Value: var result })
            return run.Complain(Complaint.Of(outcome));
        if (result.Position is { } position)
            await archive.WaitForAsync(position, run.Cancellation);
        return run.Answer(result, ImportSheet.Show);
    }

    /// <summary>Null where it is a dossier.</summary>
    private async Task<IReadOnlyList<VerifierKey>?> KeysAsync(Invocation run, string path)
    {
        var given = run.Parsed.GetValue(_keys) ?? [];
        if (!BagVerification.IsBag(path))
            return given.Length == 0 ? null : throw new UsageException($"--key is for a package, and {path} is none: it has no bagit.txt.");
        return given.Length > 0
            ? await TrustedKeys.ReadAsync(run, _keys)
            : throw new UsageException($"{path} is a package of another archive. Give that archive's key with --key; get it from somewhere else than the package.");
    }

    private sealed class Steps(IProgress<(long Done, long Total)> bar) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => bar.Report((value.Done, value.Total));
    }
}
