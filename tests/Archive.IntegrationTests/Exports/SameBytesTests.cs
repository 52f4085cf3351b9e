using Archive.Claims;
using Archive.Dossiers;
using Archive.Exports;
using Archive.IntegrationTests.Laws;
using Archive.Projection;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Exports;

public sealed class SameBytesTests
{
    [Fact]
    public async Task The_same_entry_gives_the_same_bytes_whatever_comes_later_and_after_a_rebuild()
    {
        await using var archive = await RandomArchive.CreateAsync(21, 60);
        var entry = (await archive.AskAsync(new GetStatus())).Entry;
        var before = await AllAsync(AsOf.Latest);
        (await AllAsync(new AsOf.Entry(entry))).ShouldBe(before);

        await archive.RecordAsync("r0/later", "s1");
        await archive.DoAsync(new RateClaim(archive.Context(), "r0/later", 3));
        await archive.Host.RebuildAsync(null, TestContext.Current.CancellationToken);

        (await AllAsync(new AsOf.Entry(entry))).ShouldBe(before);
        (await AllAsync(AsOf.Latest)).ShouldNotBe(before);

        async Task<string[]> AllAsync(AsOf asOf)
        {
            var all = new List<string>();
            foreach (var format in Enum.GetValues<ExportFormat>())
                all.Add(await archive.ExportTextAsync("r0", format, asOf));
            return [.. all];
        }
    }

    [Fact]
    public async Task Claims_that_are_read_a_few_at_a_time_are_all_there_in_every_format()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        await archive.RegisterAsync("s");
        foreach (var i in Enumerable.Range(0, 230))
            (await archive.SendAsync(new RecordClaim(archive.Context(), $"r/c{i}", new Domain.Claims.ClaimDraft($"Claim {i}", Filling.Nothing), [new Domain.Claims.CitationDraft("s", Phrase: "w")]))).ShouldBeOfType<Outcome<Commands.Receipt>.Ok>();
        await archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);

        ProvConstraints.Broken(ProvJsonReading.Read(await archive.ExportTextAsync("r", ExportFormat.ProvJson))).ShouldBeEmpty();
        foreach (var format in Enum.GetValues<ExportFormat>().Where(format => format != ExportFormat.Annotations))
        {
            var text = await archive.ExportTextAsync("r", format);
            Enumerable.Range(0, 230).Where(i => !text.Contains($"\"Claim {i}\"", StringComparison.Ordinal)).ShouldBeEmpty($"{format}");
        }
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_not_found_and_nothing_is_written()
    {
        await using var archive = await TestArchive.CreateAsync();
        using var to = new MemoryStream();
        (await archive.NotFoundAsync(new ExportRecord("nothing", ExportFormat.Csv, AsOf.Latest, to))).Code.ShouldBe("record-unknown");
        (await archive.InvalidAsync(new ExportRecord("No Id", (ExportFormat)99, AsOf.Latest, to))).Count.ShouldBe(2);
        to.Length.ShouldBe(0);
    }
}
