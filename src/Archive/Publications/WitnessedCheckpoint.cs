namespace Archive.Publications;

/// <summary>A checkpoint that a witness found consistent with all it saw before of that log.</summary>
/// <param name="Log">The log name.</param>
/// <param name="Size">The number of its last entry.</param>
/// <param name="Root">Root of the tree, base64 as in the checkpoint.</param>
/// <param name="SeenAt">When, by this machine's clock.</param>
/// <param name="FormerSize">Of the largest checkpoint seen before; absent at the first sight of a log, which is taken as it is.</param>
/// <param name="IsNew">Whether it is larger than what was seen before.</param>
/// <param name="Witness">Name of the key that cosigned it; absent where none did.</param>
/// <param name="Note">The signed note, with the cosignature where there is one, to be handed on as it is.</param>
public sealed record WitnessedCheckpoint(string Log, long Size, string Root, DateTimeOffset SeenAt, long? FormerSize, bool IsNew, string? Witness, string Note);
