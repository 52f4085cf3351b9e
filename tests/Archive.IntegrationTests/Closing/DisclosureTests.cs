using Archive.Access;
using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Dossiers;
using Archive.Records;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Closing;

public sealed class DisclosureTests
{
    private static readonly Asker Reader = new("r1", Role.Reader);

    private static readonly AccessRule Closed = new(AccessKind.Closed, LegalBasis: "Deed");

    private static readonly AccessRule Staff = new(AccessKind.Restricted, Roles: [Role.Editor], LegalBasis: "Licence");

    [Fact]
    public async Task A_digest_is_of_the_whole_whoever_asks_and_the_disclosure_says_what_was_withheld()
    {
        await using var canaries = await CanaryArchive.CreateAsync();
        foreach (var asOf in (AsOf[])[new AsOf.Entry(canaries.Before), AsOf.Latest])
        {
            var query = new GetRecord("open", asOf, ClaimFilter.None, PageRequest.First);
            var (whole, part) = (await canaries.Archive.AskAsync(query), await canaries.Archive.AskAsync(query with { Asker = Reader }));
            part.Digest.ShouldBe(whole.Digest);
            part.Claims.Total.ShouldBe(whole.Claims.Total);
            whole.Disclosure.ShouldBeNull();

            // The claim, two quotes of the closed source, that source, and a capture.
            part.Disclosure!.Withheld.ShouldBe(5);
            (await canaries.Archive.AskAsync(query with { Asker = new("c1", Role.Contributor) })).Disclosure!.Digest.ShouldNotBe(part.Disclosure.Digest);
            (await canaries.Archive.AskAsync(query with { Asker = new("other", Role.Reader) })).Disclosure.ShouldBe(part.Disclosure);
            (await canaries.Archive.AskAsync(new ListRecordEntries("open", asOf) { Asker = Reader })).Digest.ShouldBe(whole.Digest);
        }
    }

    [Fact]
    public async Task A_list_of_records_counts_closed_claims_and_says_nothing_of_how_they_stand()
    {
        await using var canaries = await CanaryArchive.CreateAsync();
        var (whole, part) = (await ItemsAsync(canaries, null), await ItemsAsync(canaries, Reader));
        whole.ShouldBe([("open", 3, 1, 1, 0), ("shut", 1, 0, 1, 0)], ignoreOrder: true);
        part.ShouldBe([("open", 3, 1, 0, 1), ("shut", 1, 0, 0, 1)], ignoreOrder: true);

        var onTheDay = await canaries.Archive.AskAsync(new ListRecords(AsOf.Latest, new OccurredFilter("2021-05-05"), PageRequest.First) { Asker = Reader });
        onTheDay.Records.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Entries_that_only_closed_things_reach_are_counted_and_not_listed()
    {
        await using var canaries = await CanaryArchive.CreateAsync();
        var (whole, part) = (await canaries.Archive.AskAsync(new ListRecordEntries("open", AsOf.Latest)), await canaries.Archive.AskAsync(new ListRecordEntries("open", AsOf.Latest) { Asker = Reader }));
        (part.Entries.Count + part.Withheld).ShouldBe(whole.Entries.Count);
        whole.Entries.Select(entry => entry.Stream).Except(part.Entries.Select(entry => entry.Stream)).Distinct().ShouldBe(
            ["authority/zqclaim-person", "authority/zqclaim-place", "source/zqclaim-source", "source/zqsource-origin"], ignoreOrder: true);
        part.Entries.Where(entry => entry.Stream == "claim/open/c1").Select(entry => entry.Type).ShouldContain("claim-retracted.v1");
    }

    [Fact]
    public async Task A_closed_source_counts_as_a_voice_and_is_not_named()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        await archive.RegisterAsync("voice");
        await archive.RegisterAsync("reprint", "voice");
        await archive.RegisterAsync("other");
        await archive.RecordAsync("r/c1", "reprint", "voice");
        await archive.RecordAsync("r/c2", "reprint", "other");
        await archive.DoAsync(new SetAccess(archive.Context(), "source/reprint", Closed, "x"));

        (await SupportAsync(archive, "r/c1")).ShouldBe((1, "voice", 0));
        (await SupportAsync(archive, "r/c2")).ShouldBe((2, "other", 1));
        var trail = await archive.AskAsync(new Provenance.TraceClaim("r/c2", AsOf.Latest) { Asker = Reader });
        trail.Citations[0].Voices.ShouldBeEmpty();
        trail.Names.Sources.Keys.ShouldBe(["other", "reprint"]);

        // That the closed source repeats the voice is its content; that the claim cites it is the claim's.
        (await RestingAsync(archive, "voice")).ShouldBe(["r/c1"]);
        (await RestingAsync(archive, "reprint")).ShouldBe(["r/c1", "r/c2"]);
    }

    [Fact]
    public async Task Of_several_reasons_the_strictest_is_told()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        await archive.RegisterAsync("s");
        await archive.RecordAsync("r/c1", "s");
        await archive.DoAsync(new SetAccess(archive.Context(), "record/r", Staff, "x"));
        await archive.DoAsync(new SetAccess(archive.Context(), "claim/r/c1", Closed, "x"));

        (await archive.AskAsync(new GetClaim("r/c1", AsOf.Latest) { Asker = Reader })).Claim.Withheld.ShouldBe(new Withheld(GovernedKind.Claim, Closed));
        (await archive.AskAsync(new GetClaim("r/c1", AsOf.Latest) { Asker = new("e1", Role.Editor) })).Claim.Withheld.ShouldBe(new Withheld(GovernedKind.Claim, Closed));
        await archive.DoAsync(new SetAccess(archive.Context(), "claim/r/c1", AccessRule.Open, "x"));
        (await archive.AskAsync(new GetClaim("r/c1", AsOf.Latest) { Asker = Reader })).Claim.Withheld.ShouldBe(new Withheld(GovernedKind.Record, Staff));
        (await archive.AskAsync(new GetClaim("r/c1", AsOf.Latest) { Asker = new("e1", Role.Editor) })).Claim.IsShown.ShouldBeTrue();
    }

    [Fact]
    public async Task A_dossier_is_written_only_for_whoever_sees_all_of_the_record()
    {
        await using var canaries = await CanaryArchive.CreateAsync();
        var folder = Path.Combine(Path.GetTempPath(), $"archive-{Guid.NewGuid():N}");
        try
        {
            var refused = (await canaries.Archive.Host.Sender.Send(new ExportDossier("open", folder) { Asker = new("e1", Role.Editor) })).ShouldBeOfType<Outcome<ExportedDossier>.Refused>().Refusal;
            refused.Code.ShouldBe("export-withheld");
            refused.Message.ShouldContain("2 closed things that you may not see, and");
            Directory.Exists(folder).ShouldBeFalse();

            var exported = await canaries.Archive.AskAsync(new ExportDossier("shut", folder) { Asker = new("e1", Role.Editor) });
            exported.LeftOut.ShouldBe(2);
            (await File.ReadAllTextAsync(exported.Files[0], TestContext.Current.CancellationToken)).ShouldContain(CanaryArchive.Record);
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Who_may_see_what_is_found_by_the_partial_indexes()
    {
        await using var canaries = await CanaryArchive.CreateAsync();
        foreach (var table in (string[])["record", "claim", "source"])
        {
            await using var plan = canaries.Archive.Database.CreateCommand(
                $"set enable_seqscan = off; explain select stream from archive_g1.mt_doc_{table}_version where {HeadGovernance.Governed} and stream = any('{{x}}')");
            await using var reader = await plan.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            var lines = new List<string>();
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                lines.Add(reader.GetString(0));
            var text = string.Join('\n', lines);
            text.ShouldContain($"mt_doc_{table}_version_");
            text.ShouldNotContain("? 'governance'", customMessage: text);
        }
    }

    [Fact]
    public async Task The_bytes_of_a_closed_capture_are_given_to_nobody_who_may_not_see_it()
    {
        await using var canaries = await CanaryArchive.CreateAsync();
        foreach (var (source, digest) in ((string, string?)[])[("s", null), ("t", null), ("t", "aaaaaaaa")])
        {
            foreach (var part in Enum.GetValues<Archive.Sources.CapturePart>())
            {
                foreach (var asOf in (AsOf[])[new AsOf.Entry(canaries.Before), AsOf.Latest])
                {
                    var query = new Archive.Sources.OpenCapture(source, digest, part, asOf);
                    (await canaries.Archive.Host.Sender.Send(query with { Asker = Reader })).ShouldBeOfType<Outcome<Archive.Sources.OpenedCapture>.Forbidden>().Refusal.Code.ShouldBe("capture-withheld");

                    // These captures have no bytes in the store: whoever may see them is told that.
                    (await canaries.Archive.Host.Sender.Send(query with { Asker = new("a1", Role.Auditor) })).ShouldBeOfType<Outcome<Archive.Sources.OpenedCapture>.NotFound>();
                }
            }
        }
    }

    [Fact]
    public async Task A_quote_of_a_closed_capture_is_withheld_though_its_source_is_open()
    {
        await using var canaries = await CanaryArchive.CreateAsync();
        var quote = new Quote(null, QuoteState.Exact, Position: new(0, 1), Capture: CanaryArchive.Bytes, Kept: new string('e', 64));
        await canaries.Archive.AppendAsync(new ClaimCited("open/c3", new Citation(2, "t", Stance.Supports, CitedPart.All, quote, null, null)));
        async Task<ClaimView> SeenByAsync(Role role) => (await canaries.Archive.AskAsync(new GetClaim("open/c3", AsOf.Latest) { Asker = new("x", role) })).Claim;

        var reader = await SeenByAsync(Role.Reader);
        reader.WithheldQuotes.ShouldBe([new WithheldQuote(2, new Withheld(GovernedKind.Capture, CanaryArchive.Rules[CanaryArchive.Capture]))]);
        reader.Citations![1].Quote.ShouldBeNull();
        var editor = await SeenByAsync(Role.Editor);
        editor.WithheldQuotes.ShouldBeNull();
        editor.Citations![1].Quote.ShouldBe(quote);
    }

    private static async Task<(string, int, int, int, int)[]> ItemsAsync(CanaryArchive canaries, Asker? asker) =>
        (await canaries.Archive.AskAsync(new ListRecords(AsOf.Latest, null, PageRequest.First) { Asker = asker ?? Asker.Nobody })).Records.Items
            .Select(item => (item.Record.Id, item.Claims, item.Disputed, item.Retracted, item.Closed)).ToArray();

    private static async Task<(int, string, int)> SupportAsync(TestArchive archive, string claim)
    {
        var support = (await archive.AskAsync(new GetClaim(claim, AsOf.Latest) { Asker = Reader })).Support!;
        return (support.Supporting.Count + support.SupportingUnnamed, string.Join(", ", support.Supporting), support.SupportingUnnamed);
    }

    private static async Task<string[]> RestingAsync(TestArchive archive, string source) =>
        (await archive.AskAsync(new Provenance.ListClaimsRestingOn(source, AsOf.Latest, ClaimFilter.None, PageRequest.First) { Asker = Reader })).Claims.Items.Select(item => item.Claim.Id).ToArray();
}
