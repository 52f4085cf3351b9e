namespace Archive.Cli.Verbs;

/// <param name="Stopped">Whether a private database server was running.</param>
internal sealed record StopAnswer(bool Stopped);
