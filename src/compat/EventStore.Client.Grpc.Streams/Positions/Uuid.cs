using System.Buffers.Binary;
using EventStore.Client.Protocol;

namespace EventStore.Client;

/// <summary>The id of an event. On the wire it is two signed numbers: the first and the last 16 digits of its text, big-endian.</summary>
public readonly record struct Uuid
{
    public static readonly Uuid Empty;

    private readonly long mostSignificant;
    private readonly long leastSignificant;

    private Uuid(long msb, long lsb)
    {
        mostSignificant = msb;
        leastSignificant = lsb;
    }

    public static Uuid FromGuid(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return new Uuid(BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
    }

    public static Uuid FromInt64(long msb, long lsb) => new(msb, lsb);

    /// <exception cref="FormatException">The text is no UUID.</exception>
    public static Uuid Parse(string value) => FromGuid(Guid.Parse(value));

    public Guid ToGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, mostSignificant);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], leastSignificant);
        return new Guid(bytes, bigEndian: true);
    }

    public override string ToString() => ToGuid().ToString();

    internal static Uuid From(UUID wire) => wire.ValueCase == UUID.ValueOneofCase.String
        ? Parse(wire.String)
        : new Uuid(wire.Structured?.MostSignificantBits ?? 0, wire.Structured?.LeastSignificantBits ?? 0);

    internal UUID ToWire() => new() { Structured = new() { MostSignificantBits = mostSignificant, LeastSignificantBits = leastSignificant } };
}
