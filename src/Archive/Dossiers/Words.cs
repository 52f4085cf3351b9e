using System.Text.Json;
using Archive.Domain.Events;

namespace Archive.Dossiers;

/// <summary>The words of a closed list, as they stand in dossiers and in events alike.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByWord = Enum.GetValues<T>().ToDictionary(Write, StringComparer.Ordinal);

    public static IEnumerable<string> All => ByWord.Keys;

    public static bool TryRead(string word, out T value) => ByWord.TryGetValue(word, out value);

    public static string Of(T value) => Write(value);

    private static string Write(T value) => JsonSerializer.SerializeToNode(value, ArchiveJson.Options)!.GetValue<string>();
}
