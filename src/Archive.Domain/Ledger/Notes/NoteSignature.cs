using System.Buffers.Binary;

namespace Archive.Domain.Ledger.Notes;

/// <summary>A line under a note: <c>— NAME base64(id || signature)</c>.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="KeyId">The key's id.</param>
/// <param name="Signature">As the key's type has it.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Signature)
{
    /// <summary>Of a cosignature: when it was given; null of another, and of a time that is none.</summary>
    public DateTimeOffset? CosignedAt =>
        Signature.Length == 72 && BinaryPrimitives.ReadInt64BigEndian(Signature.Span) is >= 0 and < 253_402_300_800 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    public bool IsOf(VerifierKey key) => key.Name == Name && key.Id == KeyId;

    public override string ToString()
    {
        var bytes = new byte[sizeof(uint) + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Signature.CopyTo(bytes.AsMemory(sizeof(uint)));
        return $"— {Name} {Convert.ToBase64String(bytes)}";
    }
}
