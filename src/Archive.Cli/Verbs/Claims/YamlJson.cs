using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Archive.Cli.Verbs.Claims;

/// <summary>YAML of texts, lists and mappings, as JSON and back. Every scalar is a text; anchors, aliases and tags are refused, so that nothing multiplies.</summary>
internal static class YamlJson
{
    private const int MaxDepth = 32;

    public static string Write(JsonNode node)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings().WithBestWidth(int.MaxValue));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Emit(emitter, node);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    /// <exception cref="YamlException">Not such YAML.</exception>
    public static JsonNode? Read(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
            return null;
        parser.Consume<DocumentStart>();
        var node = Read(parser, depth: 0);
        parser.Consume<DocumentEnd>();
        parser.Consume<StreamEnd>();
        return node;
    }

    private static JsonNode Read(Parser parser, int depth)
    {
        if (depth > MaxDepth)
            throw new YamlException(parser.Current!.Start, parser.Current.End, "This is nested too deeply.");
        if (parser.Current is not NodeEvent node || !node.Anchor.IsEmpty || !node.Tag.IsEmpty)
            throw new YamlException(parser.Current!.Start, parser.Current.End, "Anchors, aliases and tags are not read here: write it out.");
        if (parser.TryConsume<Scalar>(out var scalar))
            return JsonValue.Create(scalar.Value);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var list = new JsonArray();
            while (!parser.TryConsume<SequenceEnd>(out _))
                list.Add(Read(parser, depth + 1));
            return list;
        }

        parser.Consume<MappingStart>();
        var mapping = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (mapping.ContainsKey(key.Value))
                throw new YamlException(key.Start, key.End, $"'{key.Value}' stands twice.");
            mapping.Add(key.Value, Read(parser, depth + 1));
        }

        return mapping;
    }

    private static void Emit(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject mapping:
                emitter.Emit(new MappingStart());
                foreach (var (name, value) in mapping)
                {
                    EmitText(emitter, name);
                    Emit(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray list:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, list.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list)
                    Emit(emitter, item);
                emitter.Emit(new SequenceEnd());
                break;
            default:
                EmitText(emitter, node?.ToString() ?? "");
                break;
        }
    }

    private static void EmitText(Emitter emitter, string text) => emitter.Emit(new Scalar(
        AnchorName.Empty,
        TagName.Empty,
        text,
        // Prose stands as a block, in which one can type anything without quoting it.
        text.Any(char.IsWhiteSpace) ? ScalarStyle.Literal : ScalarStyle.Any,
        isPlainImplicit: true,
        isQuotedImplicit: true));
}
