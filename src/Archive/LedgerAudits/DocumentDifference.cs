using System.Text.Json;
using System.Text.Json.Nodes;

namespace Archive.LedgerAudits;

/// <summary>Names what differs between two documents, without telling what they hold.</summary>
internal static class DocumentDifference
{
    private const int Most = 8;

    /// <returns>JSON pointers of the first members that differ; one that is there on one side alone is named too.</returns>
    public static IReadOnlyList<string> MembersOf(string expected, string found)
    {
        var members = new List<string>();
        Compare(JsonNode.Parse(expected), JsonNode.Parse(found), "", members);
        return members;
    }

    private static void Compare(JsonNode? expected, JsonNode? found, string path, List<string> members)
    {
        if (members.Count >= Most)
            return;
        switch (expected, found)
        {
            case (JsonObject left, JsonObject right):
                foreach (var name in left.Select(member => member.Key).Union(right.Select(member => member.Key), StringComparer.Ordinal))
                    Compare(left[name], right[name], $"{path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", members, left.ContainsKey(name) != right.ContainsKey(name));
                break;
            case (JsonArray left, JsonArray right):
                for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
                    Compare(i < left.Count ? left[i] : null, i < right.Count ? right[i] : null, $"{path}/{i}", members, i >= left.Count || i >= right.Count);
                break;
            default:
                if (TextOf(expected) != TextOf(found))
                    members.Add(path);
                break;
        }
    }

    private static void Compare(JsonNode? expected, JsonNode? found, string path, List<string> members, bool isOnOneSide)
    {
        if (!isOnOneSide)
            Compare(expected, found, path, members);
        else if (members.Count < Most)
            members.Add(path);
    }

    private static string TextOf(JsonNode? node) => node?.ToJsonString(JsonSerializerOptions.Default) ?? "null";
}
