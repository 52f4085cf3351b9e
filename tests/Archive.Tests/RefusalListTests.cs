using System.Text.RegularExpressions;

namespace Archive.Tests;

public sealed partial class RefusalListTests
{
    private static readonly IReadOnlyCollection<string> Documented = Codes(Row(), RepositoryRoot.File("docs", "refusals.md"));

    private static readonly IReadOnlyCollection<string> Decided = Codes(Refusing(), Sources("src", "Archive.Domain"));

    [Fact]
    public void Every_refusal_of_the_domain_is_documented()
    {
        Decided.Count.ShouldBeGreaterThan(25);
        Decided.Except(Documented, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Every_documented_refusal_is_still_made_somewhere() =>
        Documented.Except(Codes(Literal(), Sources("src")), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Every_refusal_of_the_domain_is_tested() =>
        Decided.Except(Codes(Tested(), Sources("tests", "Archive.Tests")), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void The_list_is_in_order_and_says_what_to_do()
    {
        var rows = File.ReadAllLines(RepositoryRoot.File("docs", "refusals.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        rows.ShouldBe(rows.Order(StringComparer.Ordinal));
        rows.ShouldAllBe(row => row.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Length == 3);
    }

    private static string[] Sources(params string[] folder) => [.. Directory.EnumerateFiles(RepositoryRoot.File(folder), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))];

    private static IReadOnlyCollection<string> Codes(Regex form, params string[] files) =>
        files.SelectMany(file => form.Matches(File.ReadAllText(file))).Select(match => match.Groups["code"].Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^\| `(?<code>[a-z-]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"\bRefus(e|al)\(\s*""(?<code>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Refusing();

    [GeneratedRegex(@"(ThenRefused|Refused|Opening)\(""(?<code>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tested();

    [GeneratedRegex(@"""(?<code>[a-z]+(-[a-z]+)+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();
}
