using Archive.Domain;

namespace Archive.EventLog;

/// <summary>What is stored beside an event.</summary>
/// <param name="AppendedAt">The archive's clock when it was appended, UTC, whole microseconds.</param>
/// <param name="Actor">Opaque id of who did it.</param>
/// <param name="Command">Id of the command that was decided.</param>
/// <param name="Index">Which of the command's events it is, from 0.</param>
/// <param name="Count">How many events the command appended.</param>
/// <param name="Fingerprint">Of the command's input, see <see cref="Commands.CommandFingerprint"/>; <see cref="Erased"/> where an event of the command was erased.</param>
/// <param name="Correlation">What the command belonged to.</param>
/// <param name="Causation">What led to it.</param>
/// <param name="Refs">Every other stream that the event names, in ordinal order: a fold places the event by these.</param>
/// <param name="PayloadSalt">Salt of the payload digest, 32 bytes; absent where the payload was erased.</param>
/// <param name="MetadataSalt">Salt of the metadata digest, 32 bytes.</param>
public sealed record EventMetadata(
    DateTimeOffset AppendedAt,
    string Actor,
    Guid Command,
    int Index,
    int Count,
    string Fingerprint,
    Guid? Correlation,
    Guid? Causation,
    ValueList<string> Refs,
    byte[]? PayloadSalt,
    byte[] MetadataSalt)
{
    /// <summary>In the place of a fingerprint from which erased words could be guessed.</summary>
    public const string Erased = "erased";
}
