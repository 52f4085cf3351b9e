namespace Archive.Ledger;

/// <summary>Whose signature stands under a checkpoint.</summary>
/// <param name="Name">The key's name: the log name, or a witness's.</param>
/// <param name="Id">The key's id, eight hexadecimal digits.</param>
public sealed record CheckpointSignature(string Name, string Id);
