using System.Globalization;
using System.Text.Json;
using Archive.Access;
using Archive.Domain.Access;

namespace Archive.Exports;

/// <summary>Why something is not shown, in the words that every export has: <c>closed until 2040-01-01 (claim): Deed of gift, section 4</c>.</summary>
internal static class ClosedText
{
    public static string Of(Withheld withheld)
    {
        var access = withheld.Access;
        var who = access.Kind == AccessKind.Restricted
            ? $"restricted to {string.Join(", ", (access.Roles ?? []).Select(role => Word(role.ToString())))}"
            : access.Until is { } day ? $"closed until {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "closed";
        return $"{who} ({Word(withheld.By.ToString())}){(access.LegalBasis is { } basis ? $": {basis}" : "")}";
    }

    private static string Word(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
