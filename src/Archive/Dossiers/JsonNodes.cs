using System.Text;
using System.Text.Json;

namespace Archive.Dossiers;

/// <summary>Reads JSON (RFC 8259) into the same nodes as YAML.</summary>
internal sealed class JsonNodes(string file, NodeBudget budget, DossierErrors errors)
{
    private readonly List<int> _lineStarts = [0];
    private byte[] _bytes = [];

    /// <returns>The document, or null where the file is empty or unreadable.</returns>
    public DossierNode? Read(string text)
    {
        _bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < _bytes.Length; i++)
        {
            if (_bytes[i] == '\n')
                _lineStarts.Add(i + 1);
        }
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var reader = new Utf8JsonReader(_bytes, new JsonReaderOptions { MaxDepth = 2 * NodeBudget.Depth, CommentHandling = JsonCommentHandling.Disallow });
        try
        {
            reader.Read();
            var root = ReadNode(ref reader, 1);
            reader.Read();
            return root;
        }
        catch (UnreadableDossierException e)
        {
            errors.Add(e.At, e.Message);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            var at = e is JsonException json ? new DossierPlace(file, (int)(json.LineNumber ?? 0) + 1, (int)(json.BytePositionInLine ?? 0) + 1) : At(ref reader);
            errors.Add(at, $"This is not JSON: {e.Message.Split(" LineNumber:")[0].TrimEnd('.')}. Mend it here, or just before.");
        }
        return null;
    }

    private DossierNode ReadNode(ref Utf8JsonReader reader, int depth)
    {
        var at = At(ref reader);
        if (budget.Spend(depth) is { } wrong)
            throw new UnreadableDossierException(at, wrong);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                var items = new List<DossierNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(ReadNode(ref reader, depth + 1));
                return new ListNode(at, items);
            case JsonTokenType.StartObject:
                var fields = new MapFields(errors);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var (name, nameAt) = (reader.GetString()!, At(ref reader));
                    reader.Read();
                    fields.Add(name, nameAt, ReadNode(ref reader, depth + 1));
                }
                return new MapNode(at, fields.All);
            case JsonTokenType.Null:
                return new TextNode(at, null, Plain: true);
            case JsonTokenType.String:
                return new TextNode(at, reader.GetString());
            default:
                return new TextNode(at, Encoding.UTF8.GetString(reader.ValueSpan), Plain: true);
        }
    }

    private DossierPlace At(ref Utf8JsonReader reader)
    {
        var offset = (int)reader.TokenStartIndex;
        var line = _lineStarts.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return new DossierPlace(file, line + 1, Encoding.UTF8.GetCharCount(_bytes, _lineStarts[line], offset - _lineStarts[line]) + 1);
    }
}
