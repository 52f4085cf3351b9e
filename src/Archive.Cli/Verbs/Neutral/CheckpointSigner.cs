namespace Archive.Cli.Verbs.Neutral;

/// <summary>A trusted key that signed a checkpoint.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="Id">The key's id, eight hexadecimal digits.</param>
/// <param name="CosignedAt">Of a witness's key: when it says that this was the largest checkpoint it had seen.</param>
internal sealed record CheckpointSigner(string Name, string Id, DateTimeOffset? CosignedAt);
