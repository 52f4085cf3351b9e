using Archive.Claims;
using Archive.Domain.Claims;
using Archive.Dossiers;
using Archive.EventLog;
using Archive.Reviews;
using Archive.Snapshots;
using Microsoft.Extensions.DependencyInjection;
using static Archive.IntegrationTests.Reviews.ReviewArchive;

namespace Archive.IntegrationTests.Reviews;

public sealed class ProposalImportTests
{
    private const string Text =
        """
        record: {id: r, title: A record}
        sources:
          - {id: s, kind: agency, title: S}
          - {id: t, kind: agency, title: T}
        claims:
          - {id: c1, kind: background, says: x, cites: [s]}
          - {id: c2, kind: background, says: y, cites: [s], derived-from: [c1]}
        changes:
          - {correct: c1, reason: other, fault: none, set: {says: It rains}, cites: [s], words: W}
          - {rate: c1, credibility: 2}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_that_is_repeated_into_claims_that_got_proposals_is_without_effect()
    {
        using var dossier = new DossierFile(Text);
        await using var archive = await TestArchive.CreateAsync();
        await archive.AskAsync(new ImportDossier(dossier.Path, TestArchive.Named("editor")));
        await archive.ProposeAsync("r/c1", Citing);
        await archive.ProposeAsync("r/c2", Retracting);
        await archive.DoAsync(new RejectProposal(archive.By("ben"), "r/c2", 1, "no"));
        (await archive.AskAsync(new ImportDossier(dossier.Path, TestArchive.Named("editor")))).Events.ShouldBe(0);
        await archive.AcceptAsync("r/c1", 1);
        (await archive.AskAsync(new ImportDossier(dossier.Path, TestArchive.Named("editor")))).Events.ShouldBe(0);
    }

    [Fact]
    public async Task An_import_records_a_claim_that_is_only_proposed_and_goes_on_behind_proposals()
    {
        using var dossier = new DossierFile(Text);
        await using var archive = await CreateAsync(dossier, upTo: "claims:");
        await archive.ProposeAsync("r/c1", Claiming);
        (await archive.AskAsync(new ImportDossier(dossier.Path, TestArchive.Named("editor")))).Events.ShouldBe(4);
        (await archive.Log.ReadStreamAsync("claim/r/c1", Cancellation)).Select(logged => logged.Type)
            .ShouldBe(["proposal-submitted.v1", "claim-recorded.v2", "claim-corrected.v2", "claim-rated.v1"]);
        (await archive.AskAsync(new ImportDossier(dossier.Path, TestArchive.Named("editor")))).Events.ShouldBe(0);
    }

    [Fact]
    public async Task Proposals_that_come_in_between_stop_no_import()
    {
        using var dossier = new DossierFile(Text);
        await using var archive = await TestArchive.CreateAsync();
        var (_, planned, errors) = await archive.Host.Services.GetRequiredService<DossierImports>().PlanAsync(dossier.Path, TestArchive.Named("editor"), Cancellation);
        errors.ShouldBeEmpty();
        var appends = archive.Host.Services.GetRequiredService<PlannedAppends>();
        await foreach (var _ in appends.RunAsync(planned.TakeWhile(command => command.Item.IsFirst).ToArray(), Cancellation))
        {
        }

        await archive.ProposeAsync("r/c1", Citing);
        await foreach (var (_, outcome) in appends.RunAsync(planned.SkipWhile(command => command.Item.IsFirst).ToArray(), Cancellation))
            outcome.ShouldBeOfType<Outcome<Commands.Receipt>.Ok>();
        (await archive.Log.ReadStreamAsync("claim/r/c1", Cancellation)).Select(logged => logged.Type)
            .ShouldBe(["claim-recorded.v2", "proposal-submitted.v1", "claim-corrected.v2", "claim-rated.v1"]);
    }

    [Fact]
    public async Task A_claim_of_another_dossier_is_not_derived_from_one_that_is_only_proposed()
    {
        using var dossier = new DossierFile("record: {id: q, title: Q}\nsources:\n  - {id: s, kind: agency, title: S}\nclaims:\n  - {id: c1, kind: background, says: x, cites: [s], derived-from: [r/c9]}\n");
        await using var archive = await ReviewArchive.CreateAsync();
        await archive.ProposeAsync("r/c9", Claiming);
        (await archive.Host.Sender.Send(new PlanImport(dossier.Path, TestArchive.Named("editor")))).ShouldBeOfType<Outcome<ImportPlan>.Invalid>()
            .Violations.ShouldContain(violation => violation.Detail.Contains("derived from r/c9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_exported_dossier_leaves_proposals_out_and_has_what_was_accepted()
    {
        using var dossier = new DossierFile(Text);
        await using var archive = await TestArchive.CreateAsync();
        await archive.AskAsync(new ImportDossier(dossier.Path, TestArchive.Named("editor")));
        await archive.ProposeAsync("r/c1", Retracting);
        await archive.ProposeAsync("r/c2", Citing);
        await archive.AcceptAsync("r/c2", 1);
        await archive.ProposeAsync("r/c9", Claiming);
        var exported = await archive.AskAsync(new ExportDossier("r", dossier.Path + "-exported"));
        // The record, its source, the claims, a correction and a rating, and the citation that was accepted with its source.
        exported.Events.ShouldBe(8);
        await using var elsewhere = await TestArchive.CreateAsync();
        (await elsewhere.AskAsync(new ImportDossier(dossier.Path + "-exported", TestArchive.Named("editor")))).Events.ShouldBe(8);
        (await elsewhere.Log.ReadStreamAsync("claim/r/c2", Cancellation)).Select(logged => logged.Type).ShouldBe(["claim-recorded.v2", "claim-cited.v2"]);
        (await archive.AskAsync(new ImportDossier(dossier.Path + "-exported", TestArchive.Named("editor")))).Events.ShouldBe(0);
    }

    private static async Task<TestArchive> CreateAsync(DossierFile dossier, string upTo)
    {
        var archive = await TestArchive.CreateAsync();
        using var first = new DossierFile(Text[..Text.IndexOf(upTo, StringComparison.Ordinal)]);
        (await archive.AskAsync(new ImportDossier(first.Path, TestArchive.Named("editor")))).Events.ShouldBe(3, dossier.Path);
        return archive;
    }

    private sealed class DossierFile : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("archive-dossier").FullName;

        public DossierFile(string text) => File.WriteAllText(Path, text);

        public string Path => System.IO.Path.Combine(_folder, "dossier.yaml");

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
