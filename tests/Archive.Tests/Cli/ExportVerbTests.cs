using System.Text;
using Archive.Cli.Display;
using Archive.Exports;
using Archive.Snapshots;

namespace Archive.Tests.Cli;

public sealed class ExportVerbTests
{
    [Theory]
    [InlineData("prov-json", ExportFormat.ProvJson)]
    [InlineData("prov-jsonld", ExportFormat.ProvJsonld)]
    [InlineData("csv", ExportFormat.Csv)]
    [InlineData("jsonld", ExportFormat.Jsonld)]
    [InlineData("annotations", ExportFormat.Annotations)]
    public async Task An_export_on_standard_output_is_followed_by_nothing(string word, ExportFormat format)
    {
        var archive = new FakeArchive().Answers(new ExportedRecord(Sample.Moment(), Sample.Digest, "r", format, 1, 0, new string('0', 64)));

        var run = await Run.Of(archive, "export", "r@57", "--format", word, "--json");

        (run.Code, run.Output, run.Error).ShouldBe((0, "", ""));
        var asked = archive.Asked.ShouldHaveSingleItem().ShouldBeOfType<ExportRecord>();
        (asked.Record, asked.Format, asked.AsOf).ShouldBe(("r", format, new AsOf.Entry(57)));
    }

    [Fact]
    public async Task A_format_that_there_is_not_names_those_there_are()
    {
        var run = await Run.Of("export", "r", "--format", "xml");

        run.Code.ShouldBe(2);
        run.Error.ShouldContain("prov-json, prov-jsonld, csv, jsonld, annotations");
    }

    [Fact]
    public async Task A_folder_is_no_file_to_write() => (await Run.Of("export", "r", "--format", "csv", "--out", Path.GetTempPath())).Code.ShouldBe(2);

    [Fact]
    public async Task Bytes_of_one_character_may_come_apart()
    {
        using var output = new StringWriter();
        await using var stream = new OutputStream(output);
        foreach (var octet in "\uFEFF习😀"u8.ToArray())
            await stream.WriteAsync(new[] { octet }, TestContext.Current.CancellationToken);

        Encoding.UTF8.GetBytes(output.ToString()).ShouldBe("\uFEFF习😀"u8.ToArray());
    }
}
