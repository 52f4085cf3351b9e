using System.Globalization;
using Archive.Domain;

namespace Archive.Citations;

/// <summary>The run of characters that may become a reference, and the line in which it stands.</summary>
internal sealed class ReferenceToken
{
    /// <summary>What stands before a record's id in the address of its page and in the name of its stream.</summary>
    private static readonly string[] BeforeRecords = ["records", "record"];

    /// <summary>Two ids with their address before them, the sign and 19 digits; what is longer is no reference.</summary>
    private const int Longest = 1_000;

    private readonly char[] _run = new char[Longest];
    private int _length;
    private long _line = 1;

    /// <returns>The reference that ends before the character.</returns>
    public CitedReference? Take(char c)
    {
        if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '/' or '@')
        {
            if (_length < Longest)
                _run[_length] = c;
            _length++;
            return null;
        }

        var found = End();
        if (c == '\n')
            _line++;
        return found;
    }

    /// <returns>The reference that ends with the text.</returns>
    public CitedReference? End()
    {
        var found = _length is >= 3 and <= Longest ? Find(_run.AsSpan(0, _length)) : null;
        _length = 0;
        return found;
    }

    private CitedReference? Find(ReadOnlySpan<char> run)
    {
        // A sentence may end behind it, and an address stand before it.
        run = run.TrimEnd("./-_@");
        var at = run.IndexOf('@');
        if (at <= 0 || at + 1 >= run.Length || run[at + 1] == '0' || !long.TryParse(run[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var entry))
            return null;
        var parts = run[..at].ToString().Split('/');
        var subject = parts.Length > 1 && !BeforeRecords.Contains(parts[^2], StringComparer.Ordinal) ? $"{parts[^2]}/{parts[^1]}" : parts[^1];
        return ArchiveId.IsValid(subject) || ArchiveId.IsValidClaim(subject) ? new CitedReference(subject, entry, _line) : null;
    }
}
