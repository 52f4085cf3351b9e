using System.Text;
using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Evidence.Audits;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.IntegrationTests.Evidence;

public sealed class AuditTests : IAsyncLifetime
{
    private const string Page = "<!DOCTYPE html><html><body><p>The aircraft landed at <b>Vnukovo</b>.</p></body></html>";

    private TestArchive _archive = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _archive = await TestArchive.CreateAsync();
        foreach (var record in new[] { "r", "q" })
            await _archive.OpenAsync(record);
        foreach (var source in new[] { "s", "t", "u" })
            await _archive.RegisterAsync(source);
        await CaptureAsync("s", Page);
        await CaptureAsync("t", new string('x', 200_000) + " they met " + new string('y', 200_000));
        await _archive.RecordAsync("r/c1", new ClaimDraft("It landed", Filling.Nothing), new CitationDraft("s", Phrase: "landed at Vnukovo"), new CitationDraft("u", Phrase: "so they said"));
        await _archive.DoAsync(new DisputeClaim(_archive.Context(), "r/c1", "when?", [new("a", [new("t", Phrase: "they met")]), new("b", [new("u")])]));
        await _archive.RecordAsync("q/c1", new ClaimDraft("x", Filling.Nothing), new CitationDraft("t", Phrase: "they met"));
    }

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Fact]
    public async Task Everything_that_was_recorded_is_found_again()
    {
        var audit = await AuditAsync();
        audit.Sound.ShouldBeTrue(audit.ToString());
        (audit.Captures, audit.Texts, audit.Quotes).ShouldBe((new AuditCounts(Exact: 2), new AuditCounts(Exact: 2), new AuditCounts(Exact: 3, Unseen: 1)));
        audit.Others.ShouldBe(new AuditCounts());
        audit.Findings.Items.ShouldBeEmpty();
        audit.Bytes.ShouldBeGreaterThan(400_000);
    }

    [Fact]
    public async Task The_evidence_of_a_record_is_what_its_claims_rest_on()
    {
        var audit = await AuditAsync("q");
        (audit.Captures, audit.Texts, audit.Quotes).ShouldBe((new AuditCounts(Exact: 1), new AuditCounts(Exact: 1), new AuditCounts(Exact: 1)));
        (await _archive.Host.Sender.Send(new AuditEvidence("none", PageRequest.First) { Asker = TestArchive.Tester }, Cancellation)).ShouldBeOfType<Outcome<EvidenceAudit>.NotFound>();
    }

    [Fact]
    public async Task Everything_is_listed_page_by_page_where_that_is_asked_for()
    {
        var all = await AuditAsync(everything: true);
        all.Findings.Total.ShouldBe(2 + 2 + 4 + (int)all.Words.Total);
        var second = await _archive.AskAsync(new AuditEvidence(null, new PageRequest(2, 3), Everything: true));
        second.Findings.Items.ShouldBe(all.Findings.Items.Skip(3).Take(3));
    }

    /// <summary>Each place in which a byte of evidence is stored, and what an audit must then name.</summary>
    [Theory]
    [InlineData("chunk set bytes = set_byte(bytes, length(bytes) / 2, get_byte(bytes, length(bytes) / 2) # 1) where number = 2", AuditedThing.Capture, "t", false)]
    [InlineData("chunk set bytes = set_byte(bytes, 0, get_byte(bytes, 0) # 128) where content = (select number from archive_content.content where length < 60)", AuditedThing.Text, "s", true)]
    [InlineData("kept set content = set_byte(content, 12, get_byte(content, 12) # 1) where kind = 'quote' and stream = 'claim/q/c1'", AuditedThing.Quote, "t", true)]
    [InlineData("kept set content = set_byte(content, 0, 0) where kind = 'quote' and stream = 'claim/q/c1'", AuditedThing.Quote, "t", true)]
    [InlineData("kept set salt = set_byte(salt, 31, get_byte(salt, 31) # 1) where kind = 'quote' and stream = 'claim/q/c1'", AuditedThing.Quote, "t", true)]
    [InlineData("content set length = length + 1 where length > 1000", AuditedThing.Capture, "t", false)]
    [InlineData("kept set content = set_byte(content, 3, get_byte(content, 3) # 1) where kind = 'fingerprint'", AuditedThing.Words, null, false)]
    public async Task A_flipped_byte_is_found_and_named(string change, AuditedThing thing, string? source, bool quotes)
    {
        await TamperAsync($"update archive_content.{change}");
        var audit = await AuditAsync();
        audit.Sound.ShouldBeFalse();
        var found = audit.Findings.Items.Where(finding => finding.Thing == thing).ToArray();
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(finding => finding.State == AuditState.Altered && finding.Source == source && finding.Detail != null);
        if (quotes)
            audit.Quotes.Altered.ShouldBeGreaterThan(0);
    }

    /// <summary>One byte of each chunk, one after the other.</summary>
    [Fact]
    public async Task A_flipped_byte_anywhere_in_the_chunks_is_found()
    {
        foreach (var (content, number) in await ChunksAsync())
        {
            var flip = $"update archive_content.chunk set bytes = set_byte(bytes, length(bytes) - 1, get_byte(bytes, length(bytes) - 1) # 1) where content = {content} and number = {number}";
            await TamperAsync(flip);
            (await AuditAsync()).Sound.ShouldBeFalse($"{content}/{number}");
            await TamperAsync(flip);
        }

        (await AuditAsync()).Sound.ShouldBeTrue();
    }

    [Theory]
    [InlineData("chunk where number = 1", AuditState.Altered)]
    [InlineData("content where length > 1000", AuditState.Missing)]
    [InlineData("kept where kind = 'quote' and stream = 'claim/q/c1'", AuditState.Missing)]
    public async Task What_is_no_longer_there_is_found_and_named(string what, AuditState state)
    {
        await TamperAsync($"delete from archive_content.{what}");
        var audit = await AuditAsync();
        audit.Sound.ShouldBeFalse();
        audit.Findings.Items.ShouldContain(finding => finding.State == state && finding.Source == "t");
    }

    [Fact]
    public async Task Bytes_that_belong_to_nothing_are_looked_at_too()
    {
        await TamperAsync("insert into archive_content.content (digest, number, length) values (repeat('0', 64), 999, 1); insert into archive_content.chunk values (999, 1, 'x')");
        var audit = await AuditAsync();
        (audit.Others, audit.Sound).ShouldBe((new AuditCounts(Altered: 1), false));
        audit.Findings.Items.ShouldHaveSingleItem().Digest.ShouldBe(new string('0', 64));
    }

    [Fact]
    public async Task What_was_erased_by_an_order_is_expected()
    {
        var digest = (await AuditAsync(everything: true)).Findings.Items.First(finding => finding is { Thing: AuditedThing.Capture, Source: "t" }).Digest;
        (await _archive.EraseAsync("source/t", digest)).Outcome.ShouldBe(Domain.Erasures.ErasureOutcome.Destroyed);
        var audit = await AuditAsync();
        audit.Sound.ShouldBeTrue(audit.ToString());
        (audit.Captures, audit.Texts, audit.Quotes).ShouldBe((new AuditCounts(Exact: 1, Erased: 1), new AuditCounts(Exact: 1, Erased: 1), new AuditCounts(Exact: 1, Erased: 2, Unseen: 1)));
    }

    [Fact]
    public async Task Readers_and_editors_may_not_audit()
    {
        foreach (var role in new[] { Domain.Access.Role.Reader, Domain.Access.Role.Contributor, Domain.Access.Role.Editor })
        {
            (await _archive.Host.Sender.Send(new AuditEvidence(null, PageRequest.First) { Asker = new Archive.Access.Asker("somebody", role) }, Cancellation))
                .ShouldBeOfType<Outcome<EvidenceAudit>.Forbidden>();
        }
    }

    [Fact]
    public async Task A_quote_whose_text_now_says_otherwise_is_missing_and_its_nearest_match_is_told_without_words()
    {
        // A text that is whole in itself, in place of the one that was quoted from.
        var text = Encoding.UTF8.GetBytes("The aircraft landet at Vnukovo.");
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(text));
        await TamperAsync($"update archive_g1.mt_doc_source_version set data = replace(data::text, (select digest from archive_content.content where length < 60), '{digest}')::jsonb");
        await TamperAsync($"update archive_content.chunk set bytes = decode('{Convert.ToHexString(text)}', 'hex') where content = (select number from archive_content.content where length < 60)");
        await TamperAsync($"update archive_content.content set digest = '{digest}', length = {text.Length} where length < 60");
        var finding = (await AuditAsync()).Findings.Items.ShouldHaveSingleItem();
        (finding.Thing, finding.State, finding.Claim, finding.Citation).ShouldBe((AuditedThing.Quote, AuditState.Missing, "r/c1", 1));
        finding.Detail.ShouldNotBeNull().ShouldContain("nearest, at ");
        finding.Detail.ShouldNotContain("landet");
    }

    private Task<EvidenceAudit> AuditAsync(string? record = null, bool everything = false) => _archive.AskAsync(new AuditEvidence(record, PageRequest.First, everything));

    private Task CaptureAsync(string source, string text) =>
        _archive.DoAsync(new CaptureSource(_archive.Context(), source, new CaptureDraft(), new CaptureBytes(() => new MemoryStream(Encoding.UTF8.GetBytes(text)))));

    private async Task TamperAsync(string sql)
    {
        await using var command = _archive.Database.CreateCommand(sql);
        (await command.ExecuteNonQueryAsync(Cancellation)).ShouldBeGreaterThan(0);
    }

    private async Task<List<(long Content, int Number)>> ChunksAsync()
    {
        await using var command = _archive.Database.CreateCommand("select content, number from archive_content.chunk");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var chunks = new List<(long, int)>();
        while (await reader.ReadAsync(Cancellation))
            chunks.Add((reader.GetInt64(0), reader.GetInt32(1)));
        return chunks;
    }
}
