using System.Text.Json;
using Archive.Cli.Complaints;

namespace Archive.Cli.Verbs.Neutral;

/// <summary>Members of an item that somebody wrote for another tool: what is not read is not looked at.</summary>
internal static class ItemJson
{
    /// <summary>What a number becomes that no tree has: larger than any size or index, or below 0.</summary>
    private const long OutOfRange = -1;

    /// <summary>A whole number, of any size; one that no tree has is <see cref="OutOfRange"/>, so that it fails where it is used.</summary>
    /// <exception cref="UsageException">It is missing, or no whole number.</exception>
    public static long Number(JsonElement item, string member)
    {
        if (!item.TryGetProperty(member, out var value) || value.ValueKind != JsonValueKind.Number)
            throw new UsageException($"It has no whole number {member}.");
        if (value.TryGetInt64(out var number))
            return number;
        var digits = value.GetRawText().AsSpan();
        return digits.TrimStart('-').ContainsAnyExceptInRange('0', '9') ? throw new UsageException($"Its {member} is no whole number.") : OutOfRange;
    }

    /// <summary>Bytes in base64, of any length.</summary>
    /// <exception cref="UsageException">They are missing, or not base64.</exception>
    public static ReadOnlyMemory<byte> Bytes(JsonElement item, string member) =>
        item.TryGetProperty(member, out var value) && TryBytes(value, out var bytes) ? bytes : throw new UsageException($"It has no {member} in base64.");

    /// <summary>Hashes in base64; none where the member is missing or null.</summary>
    /// <exception cref="UsageException">It is no array of base64.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Hashes(JsonElement item, string member)
    {
        if (!item.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
            return [];
        if (value.ValueKind != JsonValueKind.Array)
            throw new UsageException($"Its {member} is no array of hashes in base64.");
        var hashes = new List<ReadOnlyMemory<byte>>();
        foreach (var element in value.EnumerateArray())
            hashes.Add(TryBytes(element, out var hash) ? hash : throw new UsageException($"Element {hashes.Count} of its {member} is no base64."));
        return hashes;
    }

    private static bool TryBytes(JsonElement value, out byte[] bytes)
    {
        bytes = [];
        return value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out bytes!);
    }
}
