using Archive.Domain.Sources;

namespace Archive.Domain.Evidence;

/// <summary>The captures of a source, and such texts of them as a decision looks words up in.</summary>
/// <param name="Captures">In the order in which they came.</param>
/// <param name="Texts">By the digest of the text; one that is not here could not be had: it was erased.</param>
/// <param name="Withheld">Digests of the captures that whoever asks may not read: what a refusal shows of a text would be read all the same.</param>
public sealed record KnownCaptures(ValueList<Capture> Captures, IReadOnlyDictionary<string, CodePointText> Texts, IReadOnlySet<string>? Withheld = null)
{
    public static readonly KnownCaptures None = new([], new Dictionary<string, CodePointText>(StringComparer.Ordinal));

    public bool IsWithheld(string capture) => Withheld?.Contains(capture) == true;

    /// <summary>
    /// The capture that words are looked for in: the one that is named; otherwise the newest that has a text. A capture of the same bytes that came
    /// later stands for the earlier one.
    /// </summary>
    /// <param name="captures">The captures of a source.</param>
    /// <param name="named">SHA-256 of the capture that is named, if one is.</param>
    /// <param name="has">Whether a capture's text can be had.</param>
    public static Capture? Choose(IEnumerable<Capture> captures, string? named, Func<ExtractedText, bool> has) => named is null
        ? captures.LastOrDefault(capture => capture.Text is { } text && has(text))
        : captures.LastOrDefault(capture => capture.Digest == named);
}
