namespace Archive.Cli.Input;

/// <summary>Ids that nobody else makes; the one place in the command line that makes any.</summary>
internal sealed class RandomCommandIds : ICommandIds
{
#pragma warning disable RS0030 // A command typed by hand begins here: before it there is nothing that its id could be derived from.
    public Guid Next() => Guid.NewGuid();
#pragma warning restore RS0030
}
