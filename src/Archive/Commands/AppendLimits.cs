using Archive.Domain;
using Archive.EventLog;

namespace Archive.Commands;

/// <summary>What either log takes: at most 900 KiB an append with its metadata, and no U+0000 in any text.</summary>
internal static class AppendLimits
{
    public const int MostBytes = 900 * 1024;

    private static readonly Refusal Nul = new("text-has-nul", "A text has the character U+0000, which the archive does not keep. Remove it.");

    public static Refusal? WhatIsWrong(IEnumerable<NewEvent> events)
    {
        long bytes = 0;
        foreach (var added in events)
        {
            if (HasNul(added.StoredData))
                return Nul;
            bytes += added.StoredData.Length + added.StoredHeaders.Length;
        }

        return TooLarge(bytes);
    }

    /// <summary>The same of what is kept apart from the events of one append.</summary>
    public static Refusal? WhatIsWrong(IEnumerable<ReadOnlyMemory<byte>> contents)
    {
        long bytes = 0;
        foreach (var content in contents)
        {
            if (HasNul(content.Span))
                return Nul;
            bytes += content.Length;
        }

        return TooLarge(bytes);
    }

    /// <summary>Whether JSON has the escape of U+0000; a text that speaks of it has its backslash escaped.</summary>
    private static bool HasNul(ReadOnlySpan<byte> json)
    {
        for (var at = json.IndexOf((byte)'\\'); at >= 0; at = json.IndexOf((byte)'\\'))
        {
            if (json[at..].StartsWith("\\u0000"u8))
                return true;
            json = json[(at + 2)..];
        }

        return false;
    }

    private static Refusal? TooLarge(long bytes) => bytes <= MostBytes
        ? null
        : new Refusal("append-too-large", $"The change has {bytes:N0} bytes; at most {MostBytes:N0} are kept at once. Split it, or shorten its texts.");
}
