using System.Text;
using Archive.Authorities;
using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Snapshots;

namespace Archive.IntegrationTests.BadInput;

public sealed class KeptTextTests
{
    private static readonly string[] Texts =
    [
        "وصل الرئيس \u202Bشي\u202C إلى موسكو",
        "שלום \u200F(2023)\u200E",
        "😀👩\u200D👩\u200D👧 𠮷野家 \U0001D54F",
        "e\u0301 é \u0130 ß ﬁ",
        "\uFEFFbegins with a mark, has \uFFFD and \uFFFE",
        "one\r\ntwo\n\n\tthree",
        " outer blanks ",
        """{"says": "\u0000", 'quoted' \\u0000 <b>&amp;</b> -- ; drop table}""",
    ];

    [Fact]
    public async Task A_text_is_kept_byte_for_byte_in_the_log_and_in_answers()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        await archive.RegisterAsync("s");
        for (var i = 0; i < Texts.Length; i++)
        {
            await archive.RecordAsync($"r/c{i}", new ClaimDraft(Texts[i], Filling.Nothing), new CitationDraft("s", Phrase: Texts[i]));

            var claim = (await archive.AskAsync(new GetClaim($"r/c{i}", AsOf.Latest))).Claim;
            (claim.Content!.Says, claim.Citations![0].Quote!.Exact).ShouldBe((Texts[i], Texts[i]));
            var logged = (await archive.Log.ReadStreamAsync($"claim/r/c{i}", TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
            using var json = System.Text.Json.JsonDocument.Parse(logged.Data);
            Encoding.UTF8.GetBytes(json.RootElement.GetProperty("content").GetProperty("says").GetString()!).ShouldBe(Encoding.UTF8.GetBytes(Texts[i]));
        }
    }

    [Fact]
    public async Task A_claim_takes_a_thousand_citations()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        await archive.RegisterAsync("s");

        var citations = Enumerable.Range(0, 1_000).Select(i => new CitationDraft("s", Phrase: $"phrase {i}")).ToValueList();
        await archive.DoAsync(new RecordClaim(archive.Context(), "r/c1", new ClaimDraft("x", Filling.Nothing), citations));

        var kept = (await archive.AskAsync(new GetClaim("r/c1", AsOf.Latest))).Claim.Citations;
        kept!.Select(citation => (citation.Number, citation.Quote!.Exact!)).ShouldBe(Enumerable.Range(0, 1_000).Select(i => (i + 1, $"phrase {i}")));
    }

    [Fact]
    public async Task Uris_of_every_scheme_are_taken()
    {
        await using var archive = await TestArchive.CreateAsync();
        ValueList<string> uris = ["https://www.wikidata.org/entity/Q15031", "urn:isni:0000000121032683", "HTTP://viaf.org/viaf/1", "https://example.org/習近平"];

        await archive.DoAsync(new EstablishAuthority(archive.Context(), "xi", AuthorityKind.Person, new AuthorityDescription(new AuthorityName("Xi"), [], uris)));

        (await archive.ReadAsync(1, snapshot => snapshot.AuthoritiesAsync(["xi"]))).ShouldHaveSingleItem().State.Description.Uris.ShouldBe(uris);
    }
}
