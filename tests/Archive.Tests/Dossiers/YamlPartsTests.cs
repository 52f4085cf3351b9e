using System.Globalization;
using System.Text;
using Archive.Dossiers;

namespace Archive.Tests.Dossiers;

/// <summary>A file that is read in parts is read as in one piece: the same values at the same places, and the same complaints.</summary>
public sealed class YamlPartsTests
{
    private const int Length = 4_096;

    public static readonly TheoryData<string> Items = new(
        "  - {id: c#, says: It rains}\n",
        "  - id: c#\n    says: It rains\n    cites: [a, {b: \"words\"}]\n",
        "  # a remark\n  - id: c#\n\n    says: |\n      - not an item\n        - nor this\n    cites:\n      - a\n      - b\n",
        "- id: c#\n  cites:\n  - a\n  - b\n",
        "  - id: c#\r\n    says: over\r\n      two lines - of text\r\n",
        "  - id: c#\n    says: \"a quote\n  - that reaches over\n  - {id: no, says: items}\"\n",
        "  - id: c#\n    cites: [a,\n  - b]\n",
        "  - id: c#\n    id: twice\n",
        "  - id: c#\n    says: &anchor x\n",
        "  - id: c#\n\tsays: a tab\n",
        "  - c#\n  -\n    id: below\n",
        "    - id: c#\n  - id: less indented\n");

    [Theory]
    [MemberData(nameof(Items))]
    public void Parts_say_what_the_whole_says(string item)
    {
        foreach (var (before, after) in new[] { ("# A file\n\nclaims:\n", ""), ("claims:\n\n  # Claims\n", "\n# the end\n"), ("claims:   \n", "changes:\n  - {rate: c1}\n"), ("record: {id: r}\nclaims:\n", ""), ("claims:\n", "---\nclaims: []\n") })
        {
            var text = new StringBuilder(before);
            for (var i = 0; text.Length < 3 * Length; i++)
                text.Append(item.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            text.Append(after);
            Read(text.ToString(), inParts: true).ShouldBe(Read(text.ToString(), inParts: false));
        }
    }

    [Fact]
    public void A_long_list_is_read_in_parts_and_a_short_or_other_one_is_not()
    {
        var items = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"  - {{id: c{i}}}\n"));
        var parts = YamlParts.Split("# A remark\nclaims:\n" + items, 1_000);
        parts.Count.ShouldBeGreaterThan(10);
        parts[0].LinesBefore.ShouldBe(0);
        parts[1].Text.ShouldStartWith($"claims:\n  - {{id: c{parts[1].LinesBefore - 1}}}\n");
        YamlParts.Split("claims:\n" + items, items.Length).ShouldBeEmpty();
        YamlParts.Split("record: {id: r}\nclaims:\n" + items, 1_000).ShouldBeEmpty();
    }

    private static string Read(string text, bool inParts)
    {
        var errors = new DossierErrors();
        var root = inParts ? YamlParts.Read("f.yaml", text, new NodeBudget(), errors, Length) : new YamlNodes("f.yaml", new NodeBudget(), errors).Read(text);
        var said = new StringBuilder();
        foreach (var error in errors.InOrder())
            said.Append(error.At).Append(' ').Append(error.Message).Append('\n');
        Write(said, root);
        return said.ToString();
    }

    private static void Write(StringBuilder said, DossierNode? node)
    {
        said.Append(node?.At).Append(' ');
        if (node is TextNode text)
            said.Append(text.Plain).Append(text.Value).Append('\n');
        foreach (var item in (node as ListNode)?.Items ?? [])
            Write(said, item);
        foreach (var field in (node as MapNode)?.Fields ?? [])
        {
            said.Append(field.At).Append(field.Name).Append(": ");
            Write(said, field.Value);
        }
    }
}
