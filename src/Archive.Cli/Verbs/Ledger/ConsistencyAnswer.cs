namespace Archive.Cli.Verbs.Ledger;

/// <summary>What was proved of two checkpoints into a file.</summary>
internal sealed record ConsistencyAnswer(string Path, string Log, long From, long To);
