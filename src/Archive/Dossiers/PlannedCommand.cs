using Archive.Commands;
using Archive.Domain;

namespace Archive.Dossiers;

/// <summary>A command that an import would send.</summary>
/// <param name="Item">The item of the dossier that asks for it.</param>
/// <param name="Command">The command.</param>
/// <param name="Events">The events that it would append.</param>
/// <param name="Revision">The revision of its stream before; -1 where it begins the stream.</param>
/// <param name="Before">The state of its stream before; null where it begins the stream.</param>
/// <param name="After">The state of its stream after.</param>
internal sealed record PlannedCommand(DossierItem Item, ICommand Command, ValueList<IArchiveEvent> Events, long Revision, object? Before, object After);
