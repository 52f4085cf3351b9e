namespace Archive.Exports.Prov;

/// <summary>A thing, and the relations that are told with it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its qualified name; told once.</param>
/// <param name="Attributes">What is known of it.</param>
/// <param name="Relations">Most of it, some of something else to it.</param>
/// <param name="StartedAt">Of an activity, the recorded time.</param>
internal sealed record ProvNode(
    ProvKind Kind, string Id, ProvAttributes Attributes, IReadOnlyList<ProvRelation> Relations, DateTimeOffset? StartedAt = null);
