using Archive.Claims;
using Archive.Corrections;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Provenance;
using Archive.Records;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.IntegrationTests.Queries;

public sealed class EvidenceTests
{
    [Fact]
    public async Task The_claims_that_rest_on_little_are_listed_with_what_they_lack_as_of_the_entry()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");                                                                                     // 1
        foreach (var source in (string[])["a", "b", "lead"])
            await archive.RegisterAsync(source);                                                                          // 2, 3, 4
        await archive.RecordAsync("r/c1", "a", "b");                                                                      // 5
        await archive.RecordAsync("r/c2", new ClaimDraft("x", Filling.Nothing), new("a"), new("b", Stance.Contradicts));  // 6
        await archive.RecordAsync("r/c3", "lead");                                                                        // 7
        await archive.AppendAsync(new SourceCaptured("a", Exports.Captures.One));                                         // 8
        await archive.DoAsync(new RateSource(archive.Context(), "lead", Reliability.E, "a blog"));                        // 9

        var evidence = await EvidenceAsync(archive, AsOf.Latest);

        evidence.Count.ShouldBe(new EvidenceCount(3, 1, 0, 2, 1, 1));
        evidence.Claims.Items.Select(claim => $"{claim.Claim.Id} {string.Join(' ', claim.Findings)}").ShouldBe(["r/c2 OneOrigin Contradicted", "r/c3 Unseen OneOrigin WeakOnly"]);
        (await EvidenceAsync(archive, new AsOf.Entry(7))).Count.ShouldBe(new EvidenceCount(3, 3, 0, 2, 1, 0));
        (await EvidenceAsync(archive, AsOf.Latest, EvidenceFinding.Contradicted)).Claims.Items.ShouldHaveSingleItem().Claim.Id.ShouldBe("r/c2");
        var page = await archive.AskAsync(new GetEvidence("r", AsOf.Latest, null, ClaimFilter.None, new PageRequest(2, 1)));
        (page.Claims.Total, page.Claims.Items.ShouldHaveSingleItem().Claim.Id).ShouldBe((2, "r/c3"));
        (await archive.AskAsync(new GetEvidence("r", AsOf.Latest, null, new ClaimFilter(Source: "lead"), PageRequest.First))).Count.Claims.ShouldBe(1);
        var record = await archive.AskAsync(new GetRecord("r", AsOf.Latest, ClaimFilter.None, PageRequest.First));
        evidence.Digest.ShouldBe(record.Digest);
        record.Support["r/c2"].Citations.ShouldBe(new CitationCount(1, 1, 0));
        record.Support["r/c2"].Supporting.ShouldBe(["a"]);
        record.Support["r/c2"].Contradicting.ShouldBe(["b"]);
    }

    [Fact]
    public async Task A_source_has_a_history_of_ratings_as_of_an_entry()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("s");                                                                                 // 1
        await archive.DoAsync(new RateSource(archive.Context(), "s", Reliability.B, "an agency", "2026-11"));             // 2
        await archive.DoAsync(new DescribeSource(archive.Context(), "s", new SourceDraft(SourceKind.Agency, "Another"), "title"));  // 3
        await archive.DoAsync(new RateSource(archive.Context(), "s", Reliability.D));                                     // 4

        async Task<IReadOnlyList<SourceRating>> RatingsAsync(long entry) => (await archive.AskAsync(new GetSource("s", new AsOf.Entry(entry)))).Ratings;

        (await RatingsAsync(4)).Select(rating => (rating.Reliability, rating.Event.Entry, rating.Event.Actor, rating.Words, rating.Decided))
            .ShouldBe([(Reliability.B, 2, "tester", "an agency", "2026-11"), (Reliability.D, 4, "tester", null, null)]);
        (await RatingsAsync(3)).ShouldHaveSingleItem().Reliability.ShouldBe(Reliability.B);
        (await RatingsAsync(1)).ShouldBeEmpty();
    }

    [Fact]
    public async Task How_credible_a_claim_was_said_to_be_is_in_its_history()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("s");
        await archive.OpenAsync("r");
        await archive.RecordAsync("r/c1", "s");
        await archive.DoAsync(new RateClaim(archive.Context(), "r/c1", 2, "two voices"));
        await archive.DoAsync(new RateClaim(archive.Context(), "r/c1", 4, "one took it back"));

        var history = await archive.AskAsync(new GetHistory("r/c1", AsOf.Latest, ClaimFilter.None, PageRequest.First));

        history.Items.Items.Skip(1).Select(item => (item.Changes.Single().Field, item.Changes[0].After!.GetValue<int>(), item.Words, item.Event.Actor))
            .ShouldBe([("credibility", 2, "two voices", "tester"), ("credibility", 4, "one took it back", "tester")]);
    }

    [Fact]
    public async Task A_trail_says_why_each_entry_was_made_and_traces_an_earlier_version_as_of_its_entry()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("s");                                                                                 // 1
        await archive.OpenAsync("r");                                                                                     // 2
        await archive.AppendAsync(new SourceCaptured("s", Exports.Captures.One));                                         // 3
        await archive.RecordAsync("r/c1", "s");                                                                           // 4
        await archive.AppendAsync(new ClaimCited("r/c1", Exports.Captures.Quoting(2, "s"), "found it"));                  // 5
        await archive.DoAsync(new CorrectClaim(archive.Context(), "r/c1", new ClaimDraft("y", Filling.Nothing), [new("s")], new Correction(CorrectionReason.Overstated, Fault.Archive, "less", "notice")));  // 6
        await archive.DoAsync(new DisputeClaim(archive.Context(), "r/c1", "When?", [new("one", [new("s")]), new("two", [new("s", Stance.Mentions)])]));  // 7

        var trail = await archive.AskAsync(new TraceClaim("r/c1", AsOf.Latest));
        trail.Events.Select(entry => (entry.Entry, entry.Reason, entry.Fault, entry.Words, entry.Notice))
            .ShouldBe([(4, null, null, null, null), (5, null, null, "found it", null), (6, "overstated", Fault.Archive, "less", "notice"), (7, null, null, null, null)]);
        trail.DisputeCitations.Count.ShouldBe(2);
        trail.Citations.ShouldHaveSingleItem().Capture.ShouldBeNull();

        var earlier = await archive.AskAsync(new TraceClaim("r/c1", new AsOf.Entry(5)));
        (earlier.Claim.Version, earlier.Citations.Count).ShouldBe((1, 2));
        earlier.Citations[1].Capture.ShouldBe(Exports.Captures.One);
        earlier.Citations[1].Citation.Quote!.IsErased.ShouldBeTrue();
    }

    private static Task<RecordEvidence> EvidenceAsync(TestArchive archive, AsOf asOf, EvidenceFinding? finding = null) =>
        archive.AskAsync(new GetEvidence("r", asOf, finding, ClaimFilter.None, PageRequest.First));
}
