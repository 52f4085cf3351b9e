using System.Text;
using Archive.Access;
using Archive.Claims;
using Archive.Corrections;
using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Exports;
using Archive.Provenance;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.IntegrationTests.Exports;

/// <summary>What a reader may not see is in no export, in no past version and under no name; that it is closed, and why, is in each.</summary>
public sealed class ClosedExportTests
{
    private const string Secret = "Secret";
    private const string Basis = "Deed of gift";

    private static readonly AccessRule Closed = new(AccessKind.Closed, LegalBasis: Basis);

    [Theory]
    [InlineData(ExportFormat.ProvJson)]
    [InlineData(ExportFormat.ProvJsonld)]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Jsonld)]
    [InlineData(ExportFormat.Annotations)]
    public async Task What_is_closed_is_in_no_export_and_is_said_to_be_closed(ExportFormat format)
    {
        await using var archive = await ClosedAsync();

        foreach (var asOf in (AsOf[])[AsOf.Latest, new AsOf.Entry(9)])
        {
            var text = await AsReaderAsync(archive, format, asOf);
            text.ShouldNotContain(Secret, Case.Insensitive);
            text.ShouldContain(format == ExportFormat.Annotations ? "\"archive:withheld\": " : Basis);
            if (format == ExportFormat.ProvJson)
                ProvConstraints.Broken(ProvJsonReading.Read(text)).ShouldBeEmpty();
        }

        (await archive.ExportTextAsync("r", format)).ShouldNotContain(Basis);
        if (format != ExportFormat.Annotations)
            (await archive.ExportTextAsync("r", format)).ShouldContain(Secret);
    }

    [Fact]
    public async Task Nothing_is_found_of_what_is_closed()
    {
        await using var archive = await ClosedAsync();

        var evidence = await archive.AskAsync(new GetEvidence("r", AsOf.Latest, null, ClaimFilter.None, PageRequest.First) { Asker = Reader });

        (evidence.Count.Claims, evidence.Count.Withheld, evidence.Count.Unseen).ShouldBe((2, 1, 1));
        evidence.Claims.Items.Select(claim => claim.Claim.Id).ShouldNotContain("r/closed");
        evidence.Disclosure.ShouldNotBeNull();
    }

    private static Asker Reader => new("reader", Role.Reader);

    private static async Task<string> AsReaderAsync(TestArchive archive, ExportFormat format, AsOf asOf)
    {
        using var to = new MemoryStream();
        var exported = await archive.AskAsync(new ExportRecord("r", format, asOf, to) { Asker = Reader });
        exported.Disclosure.ShouldNotBeNull();
        return Encoding.UTF8.GetString(to.ToArray());
    }

    private static async Task<TestArchive> ClosedAsync()
    {
        var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        await archive.RegisterAsync("open");
        await archive.DoAsync(new RegisterSource(archive.Context(), "held", new SourceDraft(SourceKind.Agency, "Secret title", Url: "https://secret.example/")));
        await archive.RegisterAsync("secret-source");
        await archive.EstablishAsync("secret-person", AuthorityKind.Person, "Secret name");
        await archive.RecordAsync("r/open", "open");
        await archive.RecordAsync("r/quoting", new ClaimDraft("Open words", Filling.Nothing), new("open"), new("held", Phrase: "Secret phrase"));
        await archive.RecordAsync("r/closed", new ClaimDraft("Secret words", new Background(["secret-person"], null), About: "secret-key"), new CitationDraft("secret-source"));
        await archive.DoAsync(new CorrectClaim(archive.Context(), "r/closed", new ClaimDraft("Secret too", Filling.Nothing), [new("secret-source")], new Correction(CorrectionReason.Overstated, Fault.None, "Secret reason")));
        await archive.DoAsync(new RateSource(archive.Context(), "held", Reliability.B, "Secret rating"));
        await archive.DoAsync(new SetAccess(archive.Context(), "claim/r/closed", Closed, "by the rule"));
        await archive.DoAsync(new SetAccess(archive.Context(), "source/held", Closed, "by the rule"));
        return archive;
    }
}
