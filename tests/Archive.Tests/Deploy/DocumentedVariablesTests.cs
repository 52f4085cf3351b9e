using System.Text.RegularExpressions;

namespace Archive.Tests.Deploy;

/// <summary>The variables that docs/operations.md tells of, against those that stand in the code.</summary>
public sealed partial class DocumentedVariablesTests
{
    private static readonly HashSet<string> InCode = [.. new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.File(folder), "*.cs", SearchOption.AllDirectories))
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Deploy")).SelectMany(path => Names(Literal(), File.ReadAllText(path)))];

    [Fact]
    public void Every_documented_variable_is_in_the_code()
    {
        var documented = Names(Row(), File.ReadAllText(RepositoryRoot.File("docs", "operations.md"))).ToList();
        documented.Count.ShouldBeGreaterThan(3);
        documented.Except(InCode).ShouldBeEmpty();
    }

    [Fact]
    public void A_planted_row_is_found() => Names(Row(), "| `ARCHIVE_POSTGRES` | x | y |\n| `ARCHIVE_NOWHERE` | x | y |\n").Except(InCode).ShouldBe(["ARCHIVE_NOWHERE"]);

    private static IEnumerable<string> Names(Regex form, string text) => form.Matches(text).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^\| `(?<name>ARCHIVE_[A-Z_]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"""(?<name>ARCHIVE_[A-Z_]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();
}
