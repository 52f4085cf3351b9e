using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Archive.Dossiers;

/// <summary>
/// Reads YAML by its events, so that every value keeps its place and stays text. What a dossier has no use for and a hostile file has
/// (anchors, aliases, tags, several documents) is refused.
/// </summary>
/// <param name="file">Name of the file.</param>
/// <param name="budget">How much may be read.</param>
/// <param name="errors">Takes what is wrong.</param>
/// <param name="linesBefore">How many lines of the file stand before the text.</param>
internal sealed class YamlNodes(string file, NodeBudget budget, DossierErrors errors, int linesBefore = 0)
{
    /// <returns>The document, or null where the file is empty or unreadable.</returns>
    public DossierNode? Read(string text)
    {
        try
        {
            var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
            parser.Consume<StreamStart>();
            if (parser.Current is StreamEnd)
                return null;
            parser.Consume<DocumentStart>();
            var root = ReadNode(parser, 1);
            parser.Consume<DocumentEnd>();
            if (parser.Current is not StreamEnd)
                throw new UnreadableDossierException(At(parser.Current!.Start), "A second document begins here ('---'). Put it into a file of its own.");
            return root;
        }
        catch (UnreadableDossierException e)
        {
            errors.Add(e.At, e.Message);
        }
        catch (YamlException e)
        {
            Explain(e, text);
        }
        return null;
    }

    private DossierNode ReadNode(IParser parser, int depth)
    {
        var at = At(parser.Current!.Start);
        if (parser.Current is AnchorAlias alias)
            throw new UnreadableDossierException(at, $"'*{alias.Value}' repeats another place. A dossier has no anchors and aliases: write the value out, or put it in quotes.");
        if (budget.Spend(depth) is { } wrong)
            throw new UnreadableDossierException(at, wrong);
        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } anchored)
            throw new UnreadableDossierException(at, $"'&{anchored.Anchor.Value}' names this place. A dossier has no anchors and aliases: leave it out, or put the value in quotes.");
        if (parser.Current is NodeEvent { Tag.IsEmpty: false } tagged)
            throw new UnreadableDossierException(at, $"'{tagged.Tag.Value}' is a YAML tag, which a dossier has no use for: leave it out, or put the value in quotes.");
        return parser.Current switch
        {
            Scalar => ReadText(parser.Consume<Scalar>(), at),
            SequenceStart => ReadList(parser, at, depth),
            MappingStart => ReadMap(parser, at, depth),
            var other => throw new UnreadableDossierException(at, $"{other.GetType().Name} is out of place here."),
        };
    }

    private static TextNode ReadText(Scalar scalar, DossierPlace at)
    {
        var plain = scalar.Style == ScalarStyle.Plain;
        return new TextNode(at, plain && scalar.Value is "" or "~" or "null" ? null : scalar.Value, plain);
    }

    private ListNode ReadList(IParser parser, DossierPlace at, int depth)
    {
        parser.Consume<SequenceStart>();
        var items = new List<DossierNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(parser, depth + 1));
        return new ListNode(at, items);
    }

    private MapNode ReadMap(IParser parser, DossierPlace at, int depth)
    {
        parser.Consume<MappingStart>();
        var fields = new MapFields(errors);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var nameAt = At(parser.Current!.Start);
            if (parser.Current is not Scalar)
                throw new UnreadableDossierException(nameAt, "A field's name is expected here. If a value begins with '[' or '{', put it in quotes.");
            var name = ReadNode(parser, depth + 1) is TextNode { Value: { } text } ? text : "";
            fields.Add(name, nameAt, ReadNode(parser, depth + 1));
        }
        return new MapNode(at, fields.All);
    }

    private DossierPlace At(Mark mark) => new(file, (int)Math.Max(1, mark.Line) + linesBefore, (int)Math.Max(1, mark.Column));

    private void Explain(YamlException e, string text)
    {
        var at = At(e.Start);
        var lines = text.Split('\n');
        for (var line = at.Line; line <= Math.Min(at.Line + 1, lines.Length); line++)
        {
            if (lines[line - 1].StartsWith('\t') || lines[line - 1].TrimStart(' ').StartsWith('\t'))
            {
                errors.Add(new DossierPlace(file, line, 1), "This is not YAML: the line begins with a tab. Indent with spaces.");
                return;
            }
        }
        errors.Add(at, $"This is not YAML: {e.Message.TrimEnd('.')}. Mend the line, or the one before it; a value with ': ', ' #' or a bracket in it needs quotes.");
    }
}
