using System.Text;
using Archive.Access;
using Archive.Claims;
using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Domain.Time;
using Archive.Dossiers;
using Archive.Exports;
using Archive.Exports.Csv;
using Archive.Records;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.IntegrationTests.Exports;

public sealed class CsvExportTests
{
    private static readonly string[] Hostile =
    [
        "=HYPERLINK(\"https://evil.example\",\"x\")", "+1+1", "-2+3", "@SUM(A1:A9)", "＝cmd|' /C calc'!A0", "'=1", "\"=1\"", "a;=1+1;b", "line one\n=1+1\n\nline three", "rtl \u202E=1 \u05D0\u05D1", "\u200B=1",
        "comma, \"quotes\" | bar \\ backslash", "😀 习近平",
    ];

    [Fact]
    public async Task The_sample_is_a_row_a_claim_in_the_order_in_which_they_occurred()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.AskAsync(new ImportDossier(SampleFolder.Visit, new Asker("editor", Role.Editor)));
        await archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);

        var bytes = await archive.ExportAsync("visit-2023", ExportFormat.Csv);

        bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble).ShouldBeTrue();
        var rows = Rows(bytes);
        var record = await archive.AskAsync(new GetRecord("visit-2023", AsOf.Latest, ClaimFilter.None, new PageRequest(1, 1000)));
        rows.Select(row => row["claim"]).ShouldBe(record.Claims.Items.Select(claim => claim.Id));
        foreach (var (row, claim) in rows.Zip(record.Claims.Items))
        {
            row["says"].ShouldBe(claim.Content!.Says);
            row["occurred"].ShouldBe(claim.Content.Occurred?.Edtf ?? "");
            row["citations"].ShouldBe($"{claim.Citations!.Count}");
            row["origins_for"].ShouldBe($"{record.Support[claim.Id].Supporting.Count}");
            row["sources"].Split(" | ").ShouldBe(claim.Citations.Select(citation => citation.Source));
            row["recorded_at"].ShouldBe(Domain.Ledger.RecordedTime.Format(claim.SinceRecordedAt));
        }
    }

    [Fact]
    public async Task No_text_is_taken_for_a_formula_and_every_text_comes_back()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        await archive.DoAsync(new RegisterSource(archive.Context(), "s", new SourceDraft(SourceKind.Agency, "=Title", Publisher: "@publisher | two", Author: "+author")));
        await archive.EstablishAsync("p", AuthorityKind.Person, "=name()");
        for (var i = 0; i < Hostile.Length; i++)
            await archive.RecordAsync($"r/c{i}", new ClaimDraft(Hostile[i], new Background(["p"], null), Occurred: new DateDraft("-0044-03-15")), new CitationDraft("s", Phrase: Hostile[i]));

        var bytes = await archive.ExportAsync("r", ExportFormat.Csv);

        foreach (var cell in CsvReading.Read(Encoding.UTF8.GetString(bytes[3..])).SelectMany(cells => cells).Where(cell => cell.Length > 0))
            cell.TrimStart('"', ' ', '\u200B')[0].ShouldNotBeOneOf('=', '+', '-', '@', '＝', '\t', '\r', '\n');
        var rows = Rows(bytes);
        rows.Select(row => row["says"]).ShouldBe(Hostile);
        rows.Select(row => row["quotes"].Replace("\\|", "|", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)).ShouldBe(Hostile);
        (rows[0]["people"], rows[0]["titles"], rows[0]["publishers"], rows[0]["occurred"]).ShouldBe(("=name() (p)", "=Title", "@publisher \\| two", "-0044-03-15"));
    }

    private static List<Dictionary<string, string>> Rows(byte[] bytes)
    {
        var records = CsvReading.Read(Encoding.UTF8.GetString(bytes[3..]));
        records[0].ShouldBe(CsvExport.Columns);
        return records.Skip(1).Select(cells =>
        {
            cells.Count.ShouldBe(records[0].Count);
            return records[0].Zip(cells).ToDictionary(pair => pair.First, pair => CsvCell.Read(pair.Second), StringComparer.Ordinal);
        }).ToList();
    }
}
