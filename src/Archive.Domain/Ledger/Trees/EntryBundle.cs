using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Archive.Domain.Ledger.Trees;

/// <summary>Leaf data of consecutive entries, each behind its length in two bytes, big-endian (C2SP tlog-tiles, log entries).</summary>
public static class EntryBundle
{
    /// <summary>Of leaf data, in bytes.</summary>
    public const int LongestEntry = ushort.MaxValue;

    /// <summary>Of a bundle, in bytes.</summary>
    public const int Longest = TileAddress.FullWidth * (sizeof(ushort) + LongestEntry);

    /// <exception cref="ArgumentException">Leaf data is longer than <see cref="LongestEntry"/>.</exception>
    public static byte[] Of(IReadOnlyCollection<ReadOnlyMemory<byte>> entries)
    {
        var bundle = new byte[entries.Sum(entry => sizeof(ushort) + entry.Length)];
        var rest = bundle.AsSpan();
        foreach (var entry in entries)
        {
            if (entry.Length > LongestEntry)
                throw new ArgumentException($"Leaf data of {entry.Length} bytes has no place in a bundle: at most {LongestEntry} has.", nameof(entries));
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)entry.Length);
            entry.Span.CopyTo(rest[sizeof(ushort)..]);
            rest = rest[(sizeof(ushort) + entry.Length)..];
        }

        return bundle;
    }

    /// <param name="bundle">The bytes; what is read shares them.</param>
    /// <param name="entries">The leaf data.</param>
    /// <returns>False where the bytes end within an entry.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> bundle, [NotNullWhen(true)] out IReadOnlyList<ReadOnlyMemory<byte>>? entries)
    {
        entries = null;
        var read = new List<ReadOnlyMemory<byte>>();
        while (bundle.Length > 0)
        {
            if (bundle.Length < sizeof(ushort) || BinaryPrimitives.ReadUInt16BigEndian(bundle.Span) is var length && bundle.Length < sizeof(ushort) + length)
                return false;
            read.Add(bundle.Slice(sizeof(ushort), length));
            bundle = bundle[(sizeof(ushort) + length)..];
        }

        entries = read;
        return true;
    }
}
