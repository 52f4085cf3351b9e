using Archive.Claims;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Provenance;
using Archive.Records;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.IntegrationTests.Queries;

public sealed class CorroborationTests
{
    [Fact]
    public async Task Five_reprints_of_one_voice_are_one_voice()
    {
        await using var archive = await CreateAsync("voice", "other");
        string[] reprints = ["p1", "p2", "p3", "p4", "p5"];
        foreach (var reprint in reprints)
            await archive.RegisterAsync(reprint, reprint == "p5" ? "p4" : "voice");
        await archive.RecordAsync("r/c1", reprints);
        await archive.RecordAsync("r/c2", [.. reprints, "other"]);

        (await SupportAsync(archive, "r/c1")).ShouldBe("voice | | 5 |");
        (await SupportAsync(archive, "r/c2")).ShouldBe("other voice | | 6 |");
    }

    [Fact]
    public async Task Only_support_supports()
    {
        await using var archive = await CreateAsync("a", "b", "c");
        await archive.RecordAsync("r/c1", new ClaimDraft("x", Filling.Nothing), new("a"), new("b", Stance.Contradicts), new("c", Stance.Mentions));

        (await SupportAsync(archive, "r/c1")).ShouldBe("a | b | 1 |");
    }

    [Fact]
    public async Task Sources_that_were_merged_are_one()
    {
        await using var archive = await CreateAsync("a", "b");
        await archive.RegisterAsync("of-b", "b");
        await archive.RecordAsync("r/c1", "a", "b", "of-b");
        await archive.DoAsync(new MergeSource(archive.Context(), "b", "a", "the same"));

        (await SupportAsync(archive, "r/c1")).ShouldBe("a | | 2 |");
        (await SupportAsync(archive, "r/c1", 6)).ShouldBe("a b | | 3 |");
    }

    [Fact]
    public async Task A_circle_of_origins_that_slipped_through_is_one_voice_and_is_reported()
    {
        await using var archive = await CreateAsync("a", "b", "c", "apart");
        await archive.RegisterAsync("outside", "c");
        await archive.RecordAsync("r/c1", "outside", "b", "a", "apart");
        foreach (var (from, to) in ((string, string)[])[("a", "b"), ("b", "c"), ("c", "a")])
            await archive.AppendAsync(new SourceOriginEstablished(from, new SourceOrigin(to, false)));

        (await SupportAsync(archive, "r/c1")).ShouldBe("a apart | | 4 | a b c");
        var trail = await archive.AskAsync(new TraceClaim("r/c1", AsOf.Latest));
        trail.Citations.Select(citation => citation.Cycle).ShouldBe([true, true, true, false]);
        trail.Citations[0].Voices.Select(voice => voice.Source.Id).ShouldBe(["c", "a", "b"]);
        (await archive.AskAsync(new ListClaimsRestingOn("b", AsOf.Latest, ClaimFilter.None, PageRequest.First))).Claims.Items
            .ShouldHaveSingleItem().Through.ShouldBe(["outside", "b", "a"]);
    }

    [Fact]
    public async Task Sources_merged_into_each_other_are_one_voice()
    {
        await using var archive = await CreateAsync("b", "a", "apart");
        await archive.RegisterAsync("of-a", "a");
        await archive.RecordAsync("r/c1", "b", "a", "of-a", "apart");
        await archive.AppendAsync(new SourceMerged("a", "b", "x"));
        await archive.AppendAsync(new SourceMerged("b", "a", "x"));

        (await SupportAsync(archive, "r/c1")).ShouldBe("a apart | | 3 |");
        (await archive.AskAsync(new GetRecord("r", AsOf.Latest, new ClaimFilter(Source: "b"), PageRequest.First))).Claims.Total.ShouldBe(1);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Authorities_merged_into_each_other_are_one(int others)
    {
        await using var archive = await CreateAsync("s");
        foreach (var id in Enumerable.Range(0, others).Select(i => $"p{i}"))
            await archive.EstablishAsync(id, AuthorityKind.Person, $"Name of {id}");
        await archive.RecordAsync("r/c1", new ClaimDraft("x", new Background(["p0"], null)), new CitationDraft("s"));
        await archive.RecordAsync("r/c2", new ClaimDraft("x", new Background(["p1"], null)), new CitationDraft("s"));
        await archive.AppendAsync(new AuthorityMerged("p0", "p1", "x"));
        await archive.AppendAsync(new AuthorityMerged("p1", "p0", "x"));

        var answer = await archive.AskAsync(new GetRecord("r", AsOf.Latest, new ClaimFilter(Person: "p1"), PageRequest.First));
        answer.Claims.Total.ShouldBe(2);
        answer.Names.OfAuthority("p0").ShouldBe("Name of p0");
        answer.Names.OfAuthority("p1").ShouldBe("Name of p0");
    }

    [Fact]
    public async Task A_claim_that_is_not_there_is_not_found_as_of_that_entry()
    {
        await using var archive = await CreateAsync("s");
        await archive.RecordAsync("r/c1", "s");

        (await archive.NotFoundAsync(new GetClaim("r/c1", new AsOf.Entry(2)))).ShouldBe(new(
            "claim-unknown", "There is no claim r/c1 as of entry 2. 'archive show r' lists the claims of its record."));
        (await archive.NotFoundAsync(new TraceClaim("r/c2", AsOf.Latest))).Message.ShouldContain("as of entry 3");
        (await archive.NotFoundAsync(new ListClaimsRestingOn("other", AsOf.Latest, ClaimFilter.None, PageRequest.First))).Message.ShouldBe("There is no source other as of entry 3.");
    }

    private static async Task<TestArchive> CreateAsync(params string[] sources)
    {
        var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        foreach (var source in sources)
            await archive.RegisterAsync(source);
        return archive;
    }

    /// <summary>Supporting, contradicting, how many sources, circles.</summary>
    private static async Task<string> SupportAsync(TestArchive archive, string claim, long? entry = null)
    {
        var support = (await archive.AskAsync(new GetClaim(claim, entry is { } number ? new AsOf.Entry(number) : AsOf.Latest))).Support!;
        return $"{Of(support.Supporting)}| {Of(support.Contradicting)}| {support.Sources} | {Of(support.Cycles)}".TrimEnd();

        static string Of(IEnumerable<string> ids) => string.Concat(ids.Select(id => id + " "));
    }
}
