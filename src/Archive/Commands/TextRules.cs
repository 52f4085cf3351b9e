using System.Text;
using Archive.Domain;
using Archive.Domain.Time;
using FluentValidation;

namespace Archive.Commands;

/// <summary>Rules on the shape of single values, each with a message that says what to write instead.</summary>
internal static class TextRules
{
    public const int TitleLength = 1_000;
    public const int WordsLength = 20_000;
    public const int UriLength = 4_000;

    /// <summary>Words of a person: not blank, not too long, well-formed Unicode, no control characters but line breaks and tabs.</summary>
    public static IRuleBuilderOptions<T, string?> Words<T>(this IRuleBuilder<T, string?> rule, int most = WordsLength, bool required = true) =>
        rule.Right(text => WhatIsWrong(text, most, required, lines: true));

    /// <summary>One line of words, such as a title or a name.</summary>
    public static IRuleBuilderOptions<T, string?> Line<T>(this IRuleBuilder<T, string?> rule, int most = TitleLength, bool required = true) =>
        rule.Right(text => WhatIsWrong(text, most, required, lines: false));

    public static IRuleBuilderOptions<T, string?> Id<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Right(id => id is null || ArchiveId.IsValid(id) ? null : NotAnId(id));

    public static IRuleBuilderOptions<T, string?> RequiredId<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Right(id => ArchiveId.IsValid(id) ? null : NotAnId(id));

    public static IRuleBuilderOptions<T, string?> ClaimId<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Right(id => ArchiveId.IsValidClaim(id)
            ? null
            : $"'{Shown(id)}' is not the id of a claim: write the record's id, a slash and the claim's own id, such as visit-2023/c17.");

    /// <summary>The name of a capture, where one is named.</summary>
    public static IRuleBuilderOptions<T, string?> CaptureDigest<T>(this IRuleBuilder<T, string?> rule) => rule.Right(
        digest => digest is null || (digest.Length == 64 && digest.All(char.IsAsciiHexDigitLower))
            ? null
            : $"'{Shown(digest)}' is not the name of a capture: write the SHA-256 of its bytes, 64 digits of lower-case hex.");

    public static IRuleBuilderOptions<T, string?> LanguageTag<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Right(tag => tag is null || IsLanguageTag(tag) ? null : $"'{Shown(tag)}' is not a language tag: write a BCP 47 tag, such as en, zh or uk-Latn.");

    /// <summary>An absolute URI with its scheme.</summary>
    public static IRuleBuilderOptions<T, string?> Uri<T>(this IRuleBuilder<T, string?> rule) => rule.Right(
        uri => WhatIsWrong(uri, UriLength, required: true, lines: false)
            ?? (SchemeOf(uri!) is null ? $"'{uri}' is not an absolute URI: write one with its scheme, such as https://www.wikidata.org/entity/Q15031." : null));

    /// <summary>An absolute URL of the web.</summary>
    public static IRuleBuilderOptions<T, string?> Url<T>(this IRuleBuilder<T, string?> rule) => rule.Right(
        url => WhatIsWrong(url, UriLength, required: false, lines: false)
            ?? (url is null || SchemeOf(url) is "http" or "https" ? null : $"'{url}' is not a URL: write an absolute one that begins with http:// or https://."));

    /// <summary>The editor's own date: any EDTF string.</summary>
    public static IRuleBuilderOptions<T, string?> EditorsDate<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Right(text => text is null || HistoricalDate.TryDerive(text, null, null, out _, out var error) ? null : error.Message);

    /// <summary>What stands right before or after words, if that is said: it may be white space alone.</summary>
    public static IRuleBuilderOptions<T, string?> Surroundings<T>(this IRuleBuilder<T, string?> rule) => rule.Right(
        text => text is null ? null
            : text.Length == 0 ? "Nothing is given here: leave it out, or write what stands there."
            : string.IsNullOrWhiteSpace(text) ? WhatIsWrong("." + text, TitleLength, required: true, lines: true)
            : WhatIsWrong(text, TitleLength, required: true, lines: true));

    private static string NotAnId(string? id) => $"'{Shown(id)}' is not an id: write {ArchiveId.Form}.";

    /// <summary>As much of a value as a message can hold.</summary>
    private static string Shown(string? value) => value is { Length: > 120 } ? value[..120] + "…" : value ?? "";

    private static IRuleBuilderOptions<T, string?> Right<T>(this IRuleBuilder<T, string?> rule, Func<string?, string?> whatIsWrong) => rule
        .Must((_, text, context) =>
        {
            if (whatIsWrong(text) is not { } wrong)
                return true;
            context.MessageFormatter.AppendArgument("Wrong", wrong);
            return false;
        })
        .WithMessage("{Wrong}");

    internal static string? WhatIsWrong(string? text, int most, bool required, bool lines)
    {
        if (text is null)
            return required ? "Words are missing here." : null;
        if (string.IsNullOrWhiteSpace(text))
            return "Words are missing here: the text is blank.";
        if (text.Length > most)
            return $"The text has {text.Length:N0} characters; at most {most:N0} are kept here. Shorten it, or split it.";
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar && text[at] != '\uFFFD')
                return $"The text has half a surrogate pair at character {at}: it is not well-formed Unicode. Type that character again.";
            if (Rune.IsControl(rune) && !(lines && rune.Value is '\n' or '\r' or '\t'))
                return $"The text has the control character U+{rune.Value:X4} at character {at}. Remove it.";
            at += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>The scheme of an absolute URI that says it itself, or null: <see cref="System.Uri"/> trims what it reads, and takes a file's path for one.</summary>
    private static string? SchemeOf(string text) =>
        !text.Any(char.IsWhiteSpace) && System.Uri.TryCreate(text, UriKind.Absolute, out var uri) && text.StartsWith($"{uri.Scheme}:", StringComparison.OrdinalIgnoreCase)
            ? uri.Scheme
            : null;

    private static bool IsLanguageTag(string tag) =>
        tag.Length <= 35 && tag.Split('-') is [{ Length: >= 2 and <= 8 } primary, ..] parts
        && primary.All(char.IsAsciiLetter)
        && parts.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
}
