using Archive.Claims;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Provenance;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.IntegrationTests.Queries;

public sealed class ProvenanceTests
{
    [Fact]
    public async Task A_trail_goes_down_to_the_first_voice_with_every_entry_on_the_way()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("voice");                                                                            // 1
        await archive.RegisterAsync("agency", "voice", likely: true);                                                    // 2, 3
        await archive.RegisterAsync("reprint", "agency");                                                                // 4, 5
        await archive.RegisterAsync("reprint-twice");                                                                    // 6
        await archive.RegisterAsync("unrelated");                                                                        // 7
        await archive.OpenAsync("r");                                                                                    // 8
        await archive.RecordAsync("r/c1", "unrelated");                                                                  // 9
        await archive.RecordAsync("r/c2", new ClaimDraft("y", Filling.Nothing, DerivedFrom: ["r/c1"]), new CitationDraft("reprint-twice"));  // 10
        await archive.DoAsync(new MergeSource(archive.Context(), "reprint-twice", "reprint", "the same"));               // 11
        await archive.DoAsync(new RateSource(archive.Context(), "agency", Reliability.B));                               // 12
        await archive.DoAsync(new RateClaim(archive.Context(), "r/c2", 2));                                              // 13

        var trail = await archive.AskAsync(new TraceClaim("r/c2", AsOf.Latest));

        trail.Events.Select(e => (e.Entry, e.Type, e.Actor)).ShouldBe([(10, "claim-recorded.v2", "tester"), (13, "claim-rated.v1", "tester")]);
        var citation = trail.Citations.ShouldHaveSingleItem();
        citation.Citation.Source.ShouldBe("reprint-twice");
        citation.Source.Id.ShouldBe("reprint");
        Entries(citation.SourceEvents).ShouldBe([4, 5]);
        citation.Cycle.ShouldBeFalse();
        citation.Voices.Select(voice => (voice.Source.Id, voice.Likely)).ShouldBe([("agency", false), ("voice", true)]);
        citation.Voices.Select(voice => string.Join(' ', Entries(voice.Events))).ShouldBe(["2 3 12", "1"]);
        trail.Support!.Supporting.ShouldBe(["voice"]);
        trail.DerivedFrom.ShouldHaveSingleItem().Id.ShouldBe("r/c1");
        trail.Names.Sources.Keys.ShouldBe(["agency", "reprint", "reprint-twice", "unrelated", "voice"]);

        var before = await archive.AskAsync(new TraceClaim("r/c2", new AsOf.Entry(10)));
        before.Citations.ShouldHaveSingleItem().Source.Id.ShouldBe("reprint-twice");
        before.Citations[0].Voices.ShouldBeEmpty();
        Entries(before.Events).ShouldBe([10]);
        before.AsOf.Final.ShouldBeTrue();
    }

    [Fact]
    public async Task The_entries_of_a_trail_are_those_of_the_log()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("s");
        await archive.OpenAsync("r");
        await archive.RecordAsync("r/c1", "s");

        var trail = await archive.AskAsync(new TraceClaim("r/c1", AsOf.Latest));

        var logged = (await archive.Log.ReadStreamAsync("claim/r/c1", TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        var shown = trail.Events.ShouldHaveSingleItem();
        (shown.EventId, shown.Command, shown.Stream, shown.Revision).ShouldBe((logged.Id, logged.Metadata.Command, "claim/r/c1", 0));
    }

    [Fact]
    public async Task Claims_rest_on_what_they_cite_in_support_and_on_what_that_repeats()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        await archive.RegisterAsync("tass");
        await archive.RegisterAsync("unn");
        await archive.RegisterAsync("reprint", "tass");
        await archive.RegisterAsync("tass-old");
        await archive.RecordAsync("r/c1", "tass");
        await archive.RecordAsync("r/c2", "tass", "unn");
        await archive.RecordAsync("r/c3", "reprint");
        await archive.RecordAsync("r/c4", new ClaimDraft("x", Filling.Nothing), new("unn"), new("tass", Stance.Contradicts));
        await archive.RecordAsync("r/c5", "tass-old", "reprint");
        await archive.RecordAsync("r/c6", new ClaimDraft("x", Filling.Nothing), new("tass"), new("unn", Stance.Mentions));
        await archive.DoAsync(new MergeSource(archive.Context(), "tass-old", "tass", "the same"));
        await archive.RecordAsync("r/c7", "tass", "unn");
        await archive.DoAsync(new WithdrawCitation(archive.Context(), "r/c7", 1, "not there"));

        (await RestingAsync(archive, "tass")).ShouldBe(["c1 alone tass", "c2 tass", "c3 alone reprint", "c5 alone tass-old reprint", "c6 alone tass"]);
        (await RestingAsync(archive, "tass-old")).ShouldBe(await RestingAsync(archive, "tass"));
        (await RestingAsync(archive, "unn")).ShouldBe(["c2 unn", "c4 alone unn", "c7 alone unn"]);
        (await RestingAsync(archive, "reprint")).ShouldBe(["c3 alone reprint", "c5 alone reprint"]);
        (await RestingAsync(archive, "tass", new ClaimFilter(Source: "unn"))).ShouldBe(["c2 tass", "c6 alone tass"]);
        (await archive.AskAsync(new ListClaimsRestingOn("tass-old", AsOf.Latest, ClaimFilter.None, new PageRequest(2, 3)))).Claims.Items.Select(item => item.Claim.Id).ShouldBe(["r/c5", "r/c6"]);
        (await archive.AskAsync(new ListClaimsRestingOn("tass-old", AsOf.Latest, ClaimFilter.None, PageRequest.First))).Source.Id.ShouldBe("tass");
    }

    private static long[] Entries(IEnumerable<TrailEvent> events) => events.Select(e => e.Entry).ToArray();

    private static async Task<string[]> RestingAsync(TestArchive archive, string source, ClaimFilter? filter = null) =>
        (await archive.AskAsync(new ListClaimsRestingOn(source, AsOf.Latest, filter ?? ClaimFilter.None, PageRequest.First))).Claims.Items
            .Select(item => $"{item.Claim.Id["r/".Length..]}{(item.Alone ? " alone" : "")} {string.Join(' ', item.Through)}").ToArray();
}
