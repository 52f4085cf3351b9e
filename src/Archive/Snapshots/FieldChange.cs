using System.Text.Json.Nodes;

namespace Archive.Snapshots;

/// <summary>What became of one field.</summary>
/// <param name="Field">Its name, such as <c>says</c> or <c>occurred</c>.</param>
/// <param name="Before">Its value before; absent where it had none.</param>
/// <param name="After">Its value after; absent where it has none.</param>
public sealed record FieldChange(string Field, JsonNode? Before, JsonNode? After);
