using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Opening;

namespace Archive.Cli;

/// <summary>What a verb has to do with outside itself.</summary>
/// <param name="Terminal">Input and output.</param>
/// <param name="Variable">Environment variables.</param>
/// <param name="CommandIds">Ids for commands that were given none.</param>
/// <param name="Archives">The way to the archive.</param>
/// <param name="Editor">The editor of the person who types.</param>
internal sealed record Surroundings(
    Terminal Terminal, Func<string, string?> Variable, ICommandIds CommandIds, IArchiveOpener Archives, IEditor Editor);
