using System.Text;

namespace Archive.Dossiers;

/// <summary>Writes nodes as YAML for people: short lists and fields on one line, longer ones below each other, many lines as a block.</summary>
internal static class YamlText
{
    private const int Width = 120;

    /// <summary>Sections or fields, one below the other.</summary>
    public static string Write(MapNode node, int indent = 0)
    {
        var text = new StringBuilder();
        WriteFields(text, node, indent, first: "");
        return text.ToString();
    }

    /// <summary>Items of a list, each with its fields below each other.</summary>
    public static string WriteItems(IEnumerable<MapNode> items, int indent)
    {
        var text = new StringBuilder();
        foreach (var item in items)
            WriteFields(text, item, indent + 2, first: new string(' ', indent) + "- ");
        return text.ToString();
    }

    /// <summary>One line, between brackets where it has parts. A plain text is written as it is: it is a number or a flag.</summary>
    public static string WriteFlow(DossierNode node) => node switch
    {
        TextNode text => text.Value is null ? "null" : text.Plain ? text.Value : YamlScalar.Write(text.Value, flow: true),
        ListNode list => $"[{string.Join(", ", list.Items.Select(WriteFlow))}]",
        MapNode map => $"{{{string.Join(", ", map.Fields.Select(field => $"{YamlScalar.Write(field.Name, flow: true)}: {WriteFlow(field.Value)}"))}}}",
        _ => throw new ArgumentException($"{node.GetType().Name} has no YAML.", nameof(node)),
    };

    private static void WriteFields(StringBuilder text, MapNode map, int indent, string first)
    {
        var margin = new string(' ', indent);
        foreach (var field in map.Fields)
        {
            text.Append(first.Length > 0 ? first : margin).Append(YamlScalar.Write(field.Name, flow: false)).Append(':');
            first = "";
            WriteValue(text, field.Value, indent, indent + field.Name.Length + 2);
        }
    }

    /// <summary>A value behind its name, or below it.</summary>
    private static void WriteValue(StringBuilder text, DossierNode value, int indent, int column)
    {
        switch (value)
        {
            case TextNode { Value: null }:
                text.Append(" null\n");
                break;
            case TextNode { Plain: true, Value: { } number }:
                text.Append(' ').Append(number).Append('\n');
                break;
            case TextNode { Value: { } lines } when YamlScalar.IsBlock(lines):
                WriteBlock(text, lines, indent + 2);
                break;
            case TextNode { Value: { } words }:
                text.Append(' ').Append(YamlScalar.Write(words, flow: false)).Append('\n');
                break;
            case MapNode { Fields.Count: > 0 } map when !FitsOneLine(map, column):
                text.Append('\n');
                WriteFields(text, map, indent + 2, first: "");
                break;
            case ListNode { Items.Count: > 0 } list when !FitsOneLine(list, column):
                text.Append('\n');
                foreach (var item in list.Items)
                    WriteItem(text, item, indent + 2);
                break;
            default:
                text.Append(' ').Append(WriteFlow(value)).Append('\n');
                break;
        }
    }

    private static void WriteItem(StringBuilder text, DossierNode item, int indent)
    {
        var dash = new string(' ', indent) + "- ";
        if (item is MapNode { Fields.Count: > 0 } map && !FitsOneLine(map, dash.Length))
            WriteFields(text, map, indent + 2, dash);
        else if (item is TextNode { Value: { } words })
            text.Append(dash).Append(YamlScalar.Write(words, flow: false)).Append('\n');
        else
            text.Append(dash).Append(WriteFlow(item)).Append('\n');
    }

    private static void WriteBlock(StringBuilder text, string lines, int indent)
    {
        var margin = new string(' ', indent);
        text.Append(lines[^1] == '\n' ? " |\n" : " |-\n");
        foreach (var line in (lines[^1] == '\n' ? lines[..^1] : lines).Split('\n'))
            text.Append(line.Length == 0 ? "" : margin).Append(line).Append('\n');
    }

    /// <summary>Short enough, and not a list within a list of fields, which reads better below each other.</summary>
    private static bool FitsOneLine(DossierNode node, int column) =>
        (node is not ListNode list || list.Items.All(item => item is not MapNode map || map.Fields.All(field => field.Value is TextNode)))
        && !Texts(node).Any(text => text.Contains('\n', StringComparison.Ordinal))
        && column + WriteFlow(node).Length <= Width;

    private static IEnumerable<string> Texts(DossierNode node) => node switch
    {
        TextNode text => text.Value is null ? [] : [text.Value],
        ListNode list => list.Items.SelectMany(Texts),
        MapNode map => map.Fields.SelectMany(field => Texts(field.Value)),
        _ => [],
    };
}
