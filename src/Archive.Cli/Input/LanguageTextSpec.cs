using Archive.Cli.Complaints;
using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Cli.Input;

/// <summary>Words in a language, in one word of a command line: <c>ru:Спасибо</c>.</summary>
internal static class LanguageTextSpec
{
    private const string BetweenTitles = " | ";

    public static LanguageText Read(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and <= 35
            ? new LanguageText(text[(colon + 1)..].Trim(), text[..colon])
            : throw new UsageException($"'{text}' does not say its language: write LANGUAGE:TEXT, such as 'ru:Спасибо'.");
    }

    /// <summary>A document by its titles: <c>en:Joint Statement | zh:联合声明</c>.</summary>
    public static SignedDocument ReadDocument(string text) =>
        new(text.Split(BetweenTitles, StringSplitOptions.RemoveEmptyEntries).Select(Read).ToValueList());
}
