namespace Archive.Cli.Display;

/// <summary>What a piece of text means to its reader; only a terminal with colours shows it.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Quiet,
    Id,
    Good,
    Caution,
    Bad,
}
