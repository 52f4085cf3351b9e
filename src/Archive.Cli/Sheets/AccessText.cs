using Archive.Access;
using Archive.Cli.Display;
using Archive.Domain.Access;

namespace Archive.Cli.Sheets;

/// <summary>Who may see a thing, in words.</summary>
internal static class AccessText
{
    /// <summary>Why something is not shown: <c>closed until 2040-01-01: Deed of gift, section 4</c>.</summary>
    public static Line Of(Withheld withheld) => Line.Of(Of(withheld.Access), Tone.Caution);

    public static string Of(AccessRule access)
    {
        var who = access.Kind switch
        {
            AccessKind.Open => "open",
            AccessKind.Closed => access.Until is { } day ? $"closed until {day:yyyy-MM-dd}" : "closed",
            _ => $"restricted to {string.Join(", ", (access.Roles ?? []).Select(role => Kebab.Of(role)))}",
        };
        return access.LegalBasis is null ? who : $"{who}: {access.LegalBasis}";
    }

    /// <summary>A line at the end of an answer of which something is withheld.</summary>
    public static void Show(IDisplay display, Disclosure? disclosure)
    {
        if (disclosure is null)
            return;
        display.Blank();
        display.Write(Line.Of($"{disclosure.Withheld} closed {(disclosure.Withheld == 1 ? "thing is" : "things are")} not shown to you; the digest is of the whole.", Tone.Caution));
    }
}
