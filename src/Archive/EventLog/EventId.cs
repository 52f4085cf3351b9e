using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Archive.EventLog;

/// <summary>
/// Ids of events: made from the command's id, the stream and the event's index in the command (RFC 9562, version 5), so that a retry makes them again,
/// and a command id that is used on another stream makes others: no log finds one event id in two streams.
/// </summary>
public static class EventId
{
    public static Guid Of(Guid command, string stream, int index)
    {
        var name = new byte[sizeof(int) + Encoding.UTF8.GetByteCount(stream)];
        BinaryPrimitives.WriteInt32BigEndian(name, index);
        Encoding.UTF8.GetBytes(stream, name.AsSpan(sizeof(int)));
        return NameBased(command, name);
    }

    /// <summary>A UUID of version 5: the same name in the same name space is the same id.</summary>
    public static Guid NameBased(Guid space, ReadOnlySpan<byte> name)
    {
        var input = new byte[16 + name.Length];
        space.TryWriteBytes(input, bigEndian: true, out _);
        name.CopyTo(input.AsSpan(16));
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
