using CsCheck;

namespace Archive.Tests.Events;

/// <summary>Random ids, words and language tags as the validators let them through.</summary>
internal static class TextGen
{
    private static readonly string[] Letters =
        ["a", "Z", "9", " ", "-", "'", "\"", "\\", "/", "é", "Я", "Си", "里程碑", "ع", "\u200F", "\u0301", "\u2028", "\uFEFF", "\uFFFD", "𝒳", "🕊️", "<", "&", "{"];

    public static readonly Gen<string> Id = Gen.Select(
        Gen.Char["abcxyz0189"], Gen.Char["abc019-._"].Array[0, 98].Select(c => new string(c)), Gen.Char["abcxyz0189"], Gen.Bool,
        (first, middle, last, single) => single ? first.ToString() : $"{first}{middle}{last}");

    public static readonly Gen<string> ClaimId = Gen.Select(Id, Id, (record, local) => $"{record}/{local}");

    public static readonly Gen<string> Line = Gen.OneOf(Letters).Array[1, 12].Select(string.Concat).Where(text => !string.IsNullOrWhiteSpace(text));

    public static readonly Gen<string> Words = Gen.OneOf(Line, Gen.Select(Line, Line, (a, b) => $"{a}\n\t{b}\r\n"));

    public static readonly Gen<string> Language = Gen.OneOf("en", "zh", "ru", "uk-Latn", "zh-Hant-TW", "de-1996", "sl-rozaj-biske");

    public static readonly Gen<int> Number = Gen.OneOf(Gen.Int[1, 20], Gen.OneOf(int.MaxValue));
}
