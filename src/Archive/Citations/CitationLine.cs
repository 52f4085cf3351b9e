using System.Globalization;
using System.Text;
using Archive.Domain.Ledger;

namespace Archive.Citations;

/// <summary>A citation as one line, and the parts that all forms of it share.</summary>
public static class CitationLine
{
    /// <summary>One line, safe for a footnote and a terminal: see <see cref="OneLine"/>.</summary>
    public static string Of(RecordCitation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        var title = TitleOf(citation);
        // Text that runs from right to left must not rearrange the reference behind it (Unicode UAX #9).
        var shown = title.Any(c => c is >= '\u0590' and < '\u0900' or >= '\uD802' and <= '\uD83B' or >= '\uFB1D' and <= '\uFEFC') ? $"\u2068{title}\u2069" : title;
        return $"“{shown}”, {Rest(citation)}";
    }

    /// <summary>All but the title, without a character that any of the forms would have to escape but <c>_</c>, <c>#</c> and <c>%</c> in the log name.</summary>
    internal static string Rest(RecordCitation citation) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(citation.Claim is null ? "record" : "claim")} {citation.Reference}, recorded {RecordedTime.Format(citation.RecordedAt)} (UTC). Log {citation.Log}; snapshot sha256:{citation.Digest}; {CheckpointOf(citation)}.");

    internal static string TitleOf(RecordCitation citation) => citation.Title is { } title ? OneLine(title) : "[closed record]";

    /// <summary>Line breaks and tabs become blanks; other control characters, those that turn text around, and halves of surrogate pairs are left out.</summary>
    internal static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' or '\r' or '\u2028' or '\u2029')
                line.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate) && rune != Rune.ReplacementChar)
                line.Append(rune.ToString());
        }

        return string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string CheckpointOf(RecordCitation citation) => citation.Checkpoint is { } checkpoint
        ? string.Create(CultureInfo.InvariantCulture, $"checkpoint entry {checkpoint.Size}, root {checkpoint.Root}, key {string.Join(" and ", checkpoint.Keys)}")
        : "no checkpoint yet";
}
