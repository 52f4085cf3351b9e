using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Archive.Tests.Events;

/// <summary>The committed schemas of stored events.</summary>
internal static class EventSchemas
{
    private static readonly ConcurrentDictionary<string, Lazy<JsonSchema>> Loaded = new(StringComparer.Ordinal);

    public static string Folder { get; } = RepositoryRoot.File("schemas", "events");

    public static string PathOf(string name) => Path.Combine(Folder, name + ".schema.json");

    public static JsonSchema Of(string name) =>
        Loaded.GetOrAdd(name, n => new(() => JsonSchema.FromFileAsync(PathOf(n)).GetAwaiter().GetResult())).Value;

    public static ICollection<ValidationError> Errors(string name, string json) => Of(name).Validate(json);

    public static JsonObject Json(string path) => JsonNode.Parse(File.ReadAllBytes(path))!.AsObject();
}
