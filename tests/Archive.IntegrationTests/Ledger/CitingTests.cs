using Archive.Access;
using Archive.Citations;
using Archive.Claims;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.IntegrationTests.Closing;
using Archive.Ledger;
using Archive.Records;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Ledger;

[Trait(TestLog.Trait, TestLog.None)]
public sealed class CitingTests
{
    [Fact]
    public async Task What_was_cited_is_told_for_ever_and_what_became_of_it_is_found()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("s1");
        await archive.OpenAsync("visit", "2023-03-20");
        foreach (var id in new[] { "visit/c1", "visit/c2", "visit/c3" })
            await archive.RecordAsync(id, "s1");
        var citation = await archive.AskAsync(new GetCitation("visit", "visit/c1", AsOf.Latest));
        var cited = citation.AsOf.Entry;
        citation.ShouldBe(citation with { Reference = $"visit/c1@{cited}", Title = "Title of visit", Log = "archive.test/log" });
        citation.Digest.ShouldBe((await archive.AskAsync(new GetRecord("visit", new AsOf.Entry(cited), ClaimFilter.None, PageRequest.First))).Digest);
        var key = (await archive.KeysAsync()).Single().Verifier;
        (citation.Checkpoint!.Size >= cited, citation.Checkpoint.Keys.Single()).ShouldBe((true, $"{key.Name}+{key.Id:x8}"));

        await archive.DoAsync(new CorrectClaim(
            archive.Context(), "visit/c1", new ClaimDraft("It was at noon", Filling.Nothing), [new CitationDraft("s1")],
            new Correction(CorrectionReason.WrongTime, Fault.Archive, "A misreading", "We wrote the wrong hour.")));
        await archive.DoAsync(new RateClaim(archive.Context(), "visit/c2", 2, "Rated, which changes nothing cited"));
        await archive.DoAsync(new DisputeClaim(archive.Context(), "visit/c2", "when", [new("one", [new("s1")]), new("two", [new("s1")])]));
        await archive.DoAsync(new RetractClaim(archive.Context(), "visit/c2", RetractionReason.Unsupported, "Nobody says so"));
        var head = (await archive.HeadAsync()).Entry;
        var again = await archive.AskAsync(new GetCitation("visit", "visit/c1", new AsOf.Entry(cited)));
        (again.Digest, again.RecordedAt, again.Reference).ShouldBe((citation.Digest, citation.RecordedAt, citation.Reference));

        var check = await archive.AskAsync(new CheckReferences(
        [
            new("visit/c1", cited, 1), new("visit/c1", head, 2), new("visit/c2", cited, 3), new("visit/c3", cited, 4), new("visit", cited, 5),
            new("visit/c9", cited, 6), new("nowhere", cited, 7), new("visit/c1", 1, 8), new("visit", 900, 9),
        ]));
        check.References.Select(reference => (reference.Line, reference.State)).ShouldBe(
        [
            (1, ReferenceState.Changed), (2, ReferenceState.Unchanged), (3, ReferenceState.Changed), (4, ReferenceState.Unchanged), (5, ReferenceState.Changed),
            (6, ReferenceState.Unknown), (7, ReferenceState.Unknown), (8, ReferenceState.Unknown), (9, ReferenceState.Unknown),
        ]);
        var change = check.References[0].Changes.ShouldHaveSingleItem();
        change.ShouldBe(new ReferenceChange("visit/c1", ReferenceChangeKind.Corrected, cited + 1, change.RecordedAt, "wrong-time", Fault.Archive, "A misreading", "We wrote the wrong hour."));
        check.References[2].Changes.Select(one => one.Kind).ShouldBe([ReferenceChangeKind.Disputed, ReferenceChangeKind.Retracted]);
        check.References[4].Changes.Select(one => one.Claim).ShouldBe(["visit/c1", "visit/c2", "visit/c2"]);
        check.References.Skip(5).ShouldAllBe(reference => reference.Problem!.EndsWith('.'));

        (await archive.NotFoundAsync(new GetCitation("nowhere", null, AsOf.Latest))).Code.ShouldBe("record-unknown");
        (await archive.NotFoundAsync(new GetCitation("visit", "visit/c9", AsOf.Latest))).Code.ShouldBe("claim-unknown");
        (await archive.InvalidAsync(new GetCitation("visit", "other/c1", AsOf.Latest))).ShouldHaveSingleItem();
        (await archive.InvalidAsync(new CheckReferences([new("Not an id", 1, 1)]))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Of_what_is_closed_it_is_told_that_it_changed_and_not_how()
    {
        await using var canaries = await CanaryArchive.CreateAsync();
        var archive = canaries.Archive;
        var asker = new Asker("x", Role.Reader);
        var recorded = (await archive.AskAsync(new ListRecordEntries("open", AsOf.Latest))).Entries.Single(entry => entry.Stream == "claim/open/c1" && entry.Revision == 0).Entry;
        var check = await archive.AskAsync(new CheckReferences([new("open/c1", recorded, 1), new("shut", recorded, 2)]) { Asker = asker });
        var known = check.References.SelectMany(reference => reference.Changes).ToArray();
        known.ShouldNotBeEmpty();
        known.ShouldAllBe(change => change.Withheld != null && change.Words == null && change.Reason == null && change.Notice == null);
        check.Disclosure.ShouldNotBeNull();
        var citation = await archive.AskAsync(new GetCitation("shut", null, AsOf.Latest) { Asker = asker });
        citation.Title.ShouldBeNull();
        CitationLine.Of(citation).ShouldContain("[closed record]");
    }
}
