namespace Archive.Cli.Input;

/// <summary>Where the ids of commands come from that were given none.</summary>
internal interface ICommandIds
{
    Guid Next();
}
