using System.Text.Json.Nodes;

namespace Archive.Tests.Events;

/// <summary>One example of a stored event: <c>name.vN[.variant].example.json</c>.</summary>
internal sealed record EventExample(string File, string Event, byte[] Bytes)
{
    private const string Ending = ".example.json";

    public static IReadOnlyList<EventExample> All { get; } = [.. Directory.EnumerateFiles(EventSchemas.Folder, "*" + Ending).Order(StringComparer.Ordinal).Select(Read)];

    public JsonNode Json => JsonNode.Parse(Bytes)!;

    public static EventExample Of(string file) => All.Single(example => example.File == file);

    private static EventExample Read(string path)
    {
        var file = Path.GetFileName(path);
        return new(file, string.Join('.', file[..^Ending.Length].Split('.').Take(2)), System.IO.File.ReadAllBytes(path));
    }
}
