using System.Text.Json;

namespace Archive.Tests.Ledger;

/// <summary>The vectors in schemas/ledger, which another implementation computed.</summary>
internal static class GoldenVectors
{
    public static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(RepositoryRoot.File("schemas", "ledger", file)));
        return document.RootElement.Clone();
    }

    /// <summary>A list that lost its vectors must not pass.</summary>
    public static IReadOnlyList<JsonElement> List(this JsonElement file, string name, bool mayBeEmpty = false)
    {
        var vectors = file.GetProperty(name).EnumerateArray().ToList();
        if (!mayBeEmpty) vectors.ShouldNotBeEmpty();
        return vectors;
    }

    public static string Text(this JsonElement vector, string name) => vector.GetProperty(name).GetString()!;

    public static byte[] Hex(this JsonElement vector, string name) => Convert.FromHexString(vector.Text(name));

    public static Guid? Id(this JsonElement vector, string name) => vector.TryGetProperty(name, out var id) ? id.GetGuid() : null;
}
