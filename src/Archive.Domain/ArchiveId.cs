namespace Archive.Domain;

/// <summary>
/// The form of ids: 1 to 100 of the characters <c>a-z 0-9 - . _</c>, beginning and ending with a letter or digit, so that an id stands
/// unescaped in a URL and in a file name. A claim's id is its record's id, a slash, and an id within the record.
/// </summary>
public static class ArchiveId
{
    public const int MaxLength = 100;

    public const string Form = "1 to 100 of the characters a-z, 0-9, '-', '.', '_', beginning and ending with a letter or a digit";

    public static bool IsValid(string? id)
    {
        if (string.IsNullOrEmpty(id) || id.Length > MaxLength || !IsAlphanumeric(id[0]) || !IsAlphanumeric(id[^1]))
            return false;
        foreach (var c in id)
        {
            if (!IsAlphanumeric(c) && c is not ('-' or '.' or '_'))
                return false;
        }

        return true;
    }

    /// <summary>Whether <paramref name="id"/> has the form <c>record/local</c>.</summary>
    public static bool IsValidClaim(string? id)
    {
        var slash = id?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash > 0 && IsValid(id![..slash]) && IsValid(id[(slash + 1)..]);
    }

    /// <summary>The record of a claim's id: what stands before its slash.</summary>
    public static string RecordOf(string claim) => claim[..claim.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The part of a claim's id that is its own: what stands behind its slash.</summary>
    public static string LocalOf(string claim) => claim[(claim.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static bool IsAlphanumeric(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
