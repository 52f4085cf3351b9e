using Archive.Snapshots;

namespace Archive.Dossiers;

/// <summary>What an import would do.</summary>
/// <param name="Record">Id of the record.</param>
/// <param name="Items">How many things the dossier asks for: first versions and changes.</param>
/// <param name="AlreadyThere">How many of them the archive holds already, or are so already.</param>
/// <param name="Events">The events that would be appended, in order; none where everything is there.</param>
public sealed record ImportPlan(string Record, int Items, int AlreadyThere, IReadOnlyList<PlannedEvent> Events);

/// <summary>An event that an import would append.</summary>
/// <param name="Stream">The stream, such as <c>claim/visit-2023/c17</c>.</param>
/// <param name="Type">The event's stored name.</param>
/// <param name="At">Where in the dossier it is asked for, <c>file:line:column</c>.</param>
/// <param name="Fields">What it changes, field by field.</param>
public sealed record PlannedEvent(string Stream, string Type, string At, IReadOnlyList<FieldChange> Fields);
