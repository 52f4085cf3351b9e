using System.Globalization;
using System.Security.Cryptography;
using Archive.Domain;

namespace Archive.EventLog;

/// <summary>Which log this is.</summary>
/// <param name="Id">Given when the log was made; a copy has another.</param>
/// <param name="Name">The log name of checkpoints and snapshot digests; a copy keeps it, unless entries were lost.</param>
/// <param name="Predecessors">The logs that it goes on from, the oldest first.</param>
public sealed record LogIdentity(Guid Id, string Name, ValueList<LogPredecessor> Predecessors)
{
    /// <summary>An id that no other log has.</summary>
    public static Guid NewId()
    {
        Span<byte> id = stackalloc byte[16];
        RandomNumberGenerator.Fill(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x40);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }

    /// <summary>The name of a log that was given none.</summary>
    public static string MadeUpName(Guid id) => $"archive.local/{id.ToString("N")[..8]}";

    /// <summary>The log name as of an entry: that of the log in which the entry was made.</summary>
    public static string NameAt(long entry, string name, IEnumerable<LogPredecessor>? predecessors) =>
        predecessors?.FirstOrDefault(former => entry <= former.LastEntry)?.Name ?? name;

    /// <summary>
    /// This log without the entries after <paramref name="lastEntry"/>, going on as another. Its name is <c>NAME@ENTRY.XXXXXXXX</c>: the name
    /// and last entry of the one it cites, and the first eight digits of its own id, because one backup may be restored after a loss more
    /// than once, and then goes on in different ways. A <c>+</c> would end the name of a signed note's key.
    /// </summary>
    public LogIdentity GoOnAfter(long lastEntry, string? leafHash, Guid newId) => new(
        newId,
        string.Create(CultureInfo.InvariantCulture, $"{Name}@{lastEntry}.{newId.ToString("N")[..8]}"),
        [.. Predecessors, new LogPredecessor(Name, lastEntry, leafHash)]);
}
