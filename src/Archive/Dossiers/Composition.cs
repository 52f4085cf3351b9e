using Archive.Commands;

namespace Archive.Dossiers;

/// <summary>Makes a command of an item of a dossier.</summary>
/// <param name="context">Who asks.</param>
/// <param name="state">The state of the item's stream when the command meets it.</param>
/// <param name="errors">Takes what is wrong.</param>
internal delegate ICommand? Composition(CommandContext context, object? state, DossierErrors errors);
