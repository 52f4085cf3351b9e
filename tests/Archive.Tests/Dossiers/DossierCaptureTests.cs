using Archive.Dossiers;
using Archive.Sources;

namespace Archive.Tests.Dossiers;

public sealed class DossierCaptureTests
{
    private const string Captured = "captured-at: 2026-11-24T09:30:00Z, captured-by: The desk";

    [Fact]
    public void Captures_come_right_behind_their_source()
    {
        using var folder = new TemporaryFolder();
        folder.Write("page.txt", "words"u8.ToArray());
        var (dossier, errors) = Read(folder, $"{{file: page.txt, {Captured}}}");
        errors.ShouldBeEmpty();
        var verbs = dossier!.Items.Where(item => item.Stream == "source/tass").Select(item => item.Verb).ToArray();
        verbs.ShouldBe([DossierItem.First, DossierItem.Capture]);
        var capture = (CaptureSource)dossier.Items.Single(item => item.IsCapture).Compose(ShapeRules.Anybody, null, new DossierErrors())!;
        using var bytes = new StreamReader(capture.Bytes.Open());
        (bytes.ReadToEnd(), capture.Bytes.Length).ShouldBe(("words", 5));
    }

    [Theory]
    [InlineData("/etc/passwd", "is not a path within the folder")]
    [InlineData("../page.txt", "is not a path within the folder")]
    [InlineData("a/../../page.txt", "is not a path within the folder")]
    [InlineData("./page.txt", "is not a path within the folder")]
    [InlineData("a//page.txt", "is not a path within the folder")]
    [InlineData("a\\page.txt", "is not a path within the folder")]
    [InlineData("none.txt", "There is no file 'none.txt'")]
    [InlineData("none/page.txt", "There is no folder 'none'")]
    [InlineData("link.txt", "is a symbolic link")]
    [InlineData("linked/page.txt", "is a symbolic link")]
    [InlineData("a", "There is no file 'a'")]
    public void Nothing_outside_the_folder_is_read(string path, string why)
    {
        using var folder = new TemporaryFolder();
        using var outside = new TemporaryFolder();
        outside.Write("page.txt", "secret"u8.ToArray());
        Directory.CreateDirectory(Path.Combine(folder.Path, "a"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.txt"), Path.Combine(outside.Path, "page.txt"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "linked"), outside.Path);
        var (dossier, errors) = Read(folder, $"{{file: '{path}', {Captured}}}");
        dossier.ShouldBeNull();
        errors.ShouldHaveSingleItem().ToString().ShouldContain(why);
    }

    [Theory]
    [InlineData("{file: page.txt, captured-by: The desk}", "A capture needs 'captured-at'")]
    [InlineData("{file: page.txt, captured-at: yesterday, captured-by: The desk}", "is not a time with its zone")]
    [InlineData("{file: page.txt, captured-at: 2026-11-24, captured-by: The desk}", "is not a time with its zone")]
    [InlineData("{file: page.txt, captured-at: 2026-11-24T09:30:00Z}", "A capture needs 'captured-by'")]
    [InlineData("{captured-at: 2026-11-24T09:30:00Z, captured-by: The desk}", "A capture needs 'file'")]
    [InlineData("page.txt", "A capture has named fields")]
    [InlineData("{file: page.txt, captured-at: 2026-11-24T09:30:00Z, captured-by: The desk, methd: scan}", "has no field 'methd'. Did you mean 'method'?")]
    [InlineData("{file: page.txt, captured-at: 2026-11-24T09:30:00Z, captured-by: The desk, headers: [no colon]}", "is not a header")]
    [InlineData("{file: page.txt, captured-at: 2026-11-24T09:30:00Z, captured-by: The desk, media-type: 'a type'}", "is not a media type")]
    public void What_is_missing_or_misspelt_is_said_with_its_place(string capture, string why)
    {
        using var folder = new TemporaryFolder();
        folder.Write("page.txt", "words"u8.ToArray());
        var (dossier, errors) = Read(folder, capture);
        dossier.ShouldBeNull();
        errors.Select(error => error.ToString()).ShouldContain(error => error.Contains(why, StringComparison.Ordinal));
        errors.ShouldAllBe(error => error.At.Line == 7);
    }

    private static (Dossier? Dossier, IReadOnlyList<DossierError> Errors) Read(TemporaryFolder folder, string capture)
    {
        File.WriteAllText(Path.Combine(folder.Path, "d.yaml"), $"""
            record: {"{id: visit, title: A visit}"}
            sources:
              - id: tass
                kind: agency
                title: Report
                captures:
                  - {capture}
            """);
        var errors = new DossierErrors();
        var dossier = DossierReader.Read(folder.Path, errors);
        return (dossier, errors.InOrder());
    }
}
