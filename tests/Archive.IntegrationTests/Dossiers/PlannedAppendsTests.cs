using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain.Claims;
using Archive.Dossiers;
using Archive.EventLog;
using Archive.IntegrationTests.Laws;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Dossiers;

/// <summary>An import appends what it planned without deciding it again: that must show nowhere.</summary>
public sealed class PlannedAppendsTests
{
    private const string Text =
        """
        record: {id: r, title: A record, zone: Europe/Moscow}
        authorities:
          - {id: somebody, kind: person, name: Somebody}
        sources:
          - {id: s1, kind: newspaper, title: "Report 1", published: 2023-03-20, origin: s2}
          - {id: s2, kind: agency, title: Report 2}
        claims:
          - {id: c1, kind: arrival, says: Somebody arrives, when: 2023-03-20, clock: morning, who: [somebody], cites: [s1, {s2: "in the morning"}]}
          - {id: c2, kind: background, says: It rains, derived-from: [c1], cites: [s1]}
        changes:
          - {correct: c1, reason: wrong-time, fault: source, set: {clock: "about 12:59 +03:00"}, cites: [s1], words: It was noon.}
          - {rate: c1, credibility: 2}
          - {correct: c1, reason: clarification, fault: none, set: {says: Somebody lands}, cites: [s1, s2], words: By air.}
          - {rank: c2, as: preferred}
          - {retract: c2, reason: wrong, words: It did not.}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_import_appends_is_what_sending_its_commands_appends()
    {
        using var dossier = new DossierFile(Text);
        await using var imported = await TestArchive.CreateAsync();
        await using var sent = await TestArchive.CreateAsync();
        var planned = await PlanAsync(sent, dossier);
        await imported.AskAsync(new ImportDossier(dossier.Path, TestArchive.Named("editor")));
        foreach (var command in planned)
            (await sent.SendAsync(command.Command)).ShouldBeOfType<Outcome<Receipt>.Ok>();
        (await LogAsync(imported)).ShouldBe(await LogAsync(sent));
    }

    [Fact]
    public async Task A_command_of_an_import_that_is_sent_again_is_answered_as_the_first_time()
    {
        using var dossier = new DossierFile(Text);
        await using var archive = await TestArchive.CreateAsync();
        var planned = await PlanAsync(archive, dossier);
        var receipts = await RunAsync(archive, planned);
        var log = await LogAsync(archive);
        foreach (var (command, receipt) in planned.Zip(receipts))
            (await archive.SendAsync(command.Command)).ShouldBe(receipt);
        (await LogAsync(archive)).ShouldBe(log);
    }

    [Fact]
    public async Task Where_somebody_else_was_faster_a_command_is_decided_anew_and_so_are_those_behind_it()
    {
        using var dossier = new DossierFile(Text);
        await using var archive = await TestArchive.CreateAsync();
        var planned = await PlanAsync(archive, dossier);
        await RunAsync(archive, planned.TakeWhile(command => command.Item.IsFirst).ToArray());
        // What the first correction expects is gone, and what the rating behind it expects is there.
        await archive.SendAsync(new RateClaim(archive.Context(), "r/c1", 5));
        var outcomes = await RunAsync(archive, planned.SkipWhile(command => command.Item.IsFirst).ToArray());
        outcomes.ShouldAllBe(outcome => outcome is Outcome<Receipt>.Ok);
        (await archive.Log.ReadStreamAsync("claim/r/c1", Cancellation)).Select(logged => logged.Type)
            .ShouldBe(["claim-recorded.v2", "claim-rated.v1", "claim-corrected.v2", "claim-rated.v1", "claim-corrected.v2"]);
    }

    [Fact]
    public async Task Where_what_somebody_else_did_stands_against_a_command_the_import_ends_there()
    {
        using var dossier = new DossierFile(Text);
        await using var archive = await TestArchive.CreateAsync();
        var planned = await PlanAsync(archive, dossier);
        await RunAsync(archive, planned.TakeWhile(command => command.Item.IsFirst).ToArray());
        await archive.SendAsync(new RetractClaim(archive.Context(), "r/c1", RetractionReason.Wrong, "Not so."));
        var outcomes = await RunAsync(archive, planned.SkipWhile(command => command.Item.IsFirst).ToArray());
        outcomes.ShouldHaveSingleItem().ShouldBeOfType<Outcome<Receipt>.Refused>().Refusal.Code.ShouldBe("claim-retracted");
    }

    [Fact]
    public async Task An_import_that_is_stopped_leaves_no_gap_and_goes_on()
    {
        using var dossier = new DossierFile(
            $"record: {{id: r, title: A record}}\nsources:\n  - {{id: s, kind: agency, title: S}}\nclaims:\n{string.Concat(Enumerable.Range(0, 3_000).Select(i => $"  - {{id: c{i}, kind: background, says: It rains {i}, cites: [s]}}\n"))}");
        await using var archive = await TestArchive.CreateAsync();
        using var stopping = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => archive.Host.Sender.Send(new ImportDossier(dossier.Path, TestArchive.Named("editor"), new StopAt(500, stopping)), stopping.Token));
        await archive.ReopenAsync();
        var there = (await LogAsync(archive)).Length;
        there.ShouldBeInRange(500, 500 + PlannedAppends.MostUnderWay);
        var rest = await archive.AskAsync(new ImportDossier(dossier.Path, TestArchive.Named("editor")));
        (rest.AlreadyThere, rest.Events).ShouldBe((there, 3_002 - there));
        (await RandomArchive.EventsAsync(archive)).Skip(2).Select(logged => logged.Stream).ShouldBe(Enumerable.Range(0, 3_000).Select(i => $"claim/r/c{i}"));
    }

    private static async Task<IReadOnlyList<PlannedCommand>> PlanAsync(TestArchive archive, DossierFile dossier)
    {
        var (_, planned, errors) = await archive.Host.Services.GetRequiredService<DossierImports>().PlanAsync(dossier.Path, TestArchive.Named("editor"), Cancellation);
        errors.ShouldBeEmpty();
        return planned;
    }

    private static async Task<IReadOnlyList<Outcome<Receipt>>> RunAsync(TestArchive archive, IReadOnlyList<PlannedCommand> planned)
    {
        var outcomes = new List<Outcome<Receipt>>();
        await foreach (var (_, outcome) in archive.Host.Services.GetRequiredService<PlannedAppends>().RunAsync(planned, Cancellation))
            outcomes.Add(outcome);
        return outcomes;
    }

    /// <summary>Everything that is stored but what is random or of the clock; positions where no other log stands beside this one.</summary>
    private static async Task<string[]> LogAsync(TestArchive archive) => (await RandomArchive.EventsAsync(archive))
        .Select(logged => $"{(TestLog.IsOnEventStoreDb ? "" : logged.Position)} {logged.Id} {logged.Stream} {logged.Revision} {logged.Type} {System.Text.Encoding.UTF8.GetString(logged.Data.Span)} "
            + (logged.Metadata with { AppendedAt = default, PayloadSalt = [], MetadataSalt = [] }).ToString().Replace("System.Byte[]", "", StringComparison.Ordinal))
        .ToArray();

    private sealed class StopAt(int done, CancellationTokenSource stopping) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Done == done)
                stopping.Cancel();
        }
    }

    private sealed class DossierFile : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("archive-dossier").FullName;

        public DossierFile(string text) => File.WriteAllText(Path, text);

        public string Path => System.IO.Path.Combine(_folder, "dossier.yaml");

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
