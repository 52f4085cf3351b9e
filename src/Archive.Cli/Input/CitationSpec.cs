using System.Diagnostics.CodeAnalysis;
using Archive.Cli.Display;
using Archive.Domain.Claims;

namespace Archive.Cli.Input;

/// <summary>
/// A citation in one word of a command line: <c>SOURCE[:STANCE][:PART][:EXTENT][@CONSULTED][=PHRASE]</c>, such as
/// <c>wikipedia:contradicts:when@2026-11-20="at 13:10"</c>. The words are of three lists without a word in common, so that their order is free.
/// </summary>
internal static class CitationSpec
{
    public const string Form = """
        A citation is SOURCE[:STANCE][:PART][:EXTENT][@CONSULTED][=PHRASE]:
          tass-arrival                            the source supports the whole claim
          'icc-copy="phrase"'                     the same, with words read in it, verbatim
          wikipedia:contradicts:when              it contradicts the time
          'memoir:mentions:opening@2026-11-20'    it mentions the claim; only its opening was read, on that day (EDTF)
        STANCE is supports, contradicts or mentions; PART (what it is about) all, when, where, who or words; EXTENT (what was read) opening, part or whole.
        """;

    public static bool TryParse(string text, [NotNullWhen(true)] out CitationDraft? citation, [NotNullWhen(false)] out string? error)
    {
        citation = null;
        error = null;
        var (head, phrase) = Cut(text, '=');
        (head, var consulted) = Cut(head, '@');
        var words = head.Split(':');
        var draft = new CitationDraft(words[0], Phrase: Unquoted(phrase), ConsultedOn: consulted);
        var given = new HashSet<Type>();
        foreach (var word in words.Skip(1))
        {
            Type list;
            if (Kebab.Read<Stance>(word) is { } stance)
                (draft, list) = (draft with { Stance = stance }, typeof(Stance));
            else if (Kebab.Read<CitedPart>(word) is { } part)
                (draft, list) = (draft with { About = part }, typeof(CitedPart));
            else if (Kebab.Read<ConsultedExtent>(word) is { } extent)
                (draft, list) = (draft with { Extent = extent }, typeof(ConsultedExtent));
            else
            {
                error = $"'{word}' in the citation '{text}' is no word of a citation.\n{Form}";
                return false;
            }

            if (!given.Add(list))
            {
                error = $"The citation '{text}' says two things where one is meant, the second with '{word}'.\n{Form}";
                return false;
            }
        }

        if (draft.Source.Length == 0 || consulted is "" || phrase is "" or "\"\"")
        {
            error = $"Something is missing in the citation '{text}'.\n{Form}";
            return false;
        }

        citation = draft;
        return true;
    }

    private static (string Before, string? After) Cut(string text, char at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);
    }

    private static string? Unquoted(string? phrase) => phrase is ['"', .. var inner, '"'] ? inner : phrase;
}
