using System.Text.RegularExpressions;
using Archive.Domain.Time;

namespace Archive.Exports.Schema;

/// <summary>
/// Dates for those who know ISO 8601 and no EDTF: a year, month or day, or an interval of two, written without any mark of doubt. Every other date
/// has no plain form, and none is made up for it.
/// </summary>
internal static partial class PlainDate
{
    /// <summary>A date or interval such as <c>2023-03-20/2023-03-22</c>, or null.</summary>
    public static string? Of(HistoricalDate? date) => date is { Uncertain: false, Approximate: false } && Plain().IsMatch(date.Edtf) ? date.Edtf : null;

    /// <summary>Start and end; of a date that is no interval both are the same.</summary>
    public static (string Start, string End)? Ends(HistoricalDate? date)
    {
        if (Of(date) is not { } plain)
            return null;
        var slash = plain.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (plain, plain) : (plain[..slash], plain[(slash + 1)..]);
    }

    /// <summary>One date that is no interval, or null.</summary>
    public static string? Single(HistoricalDate? date) => Of(date) is { } plain && !plain.Contains('/', StringComparison.Ordinal) ? plain : null;

    // Months from 21 on are seasons.
    [GeneratedRegex(@"^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?(/[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
