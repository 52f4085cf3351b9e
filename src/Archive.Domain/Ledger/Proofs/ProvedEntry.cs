namespace Archive.Domain.Ledger.Proofs;

/// <summary>What is proved of one entry.</summary>
/// <param name="Entry">Its number.</param>
/// <param name="RecordedAt">When, by the archive's clock.</param>
/// <param name="Type">Stored name of the event.</param>
/// <param name="Stream">In whose stream; null where the event is withheld, as all that follows.</param>
/// <param name="Revision">Its place there, from 0.</param>
/// <param name="Actor">Opaque id of who did it.</param>
/// <param name="Data">What it says: its JSON in canonical form; null where it was erased too.</param>
/// <param name="Erased">Its words were erased.</param>
/// <param name="Kept">How many of the words that it keeps by reference are shown and are those that it names.</param>
/// <param name="KeptUnshown">How many more it names.</param>
public sealed record ProvedEntry(
    long Entry, DateTimeOffset RecordedAt, string Type, string? Stream = null, long? Revision = null, string? Actor = null, string? Data = null, bool Erased = false, int Kept = 0, int KeptUnshown = 0);
