using System.Text.Json;
using System.Text.Json.Serialization;
using Archive.Domain.Evidence;

namespace Archive.Domain.Claims;

/// <summary>
/// Words of a source (W3C Web Annotation TextQuoteSelector and TextPositionSelector). An anchored quote, one that was found in a capture, is
/// kept by reference: events and documents hold it without its words, <see cref="Join"/> puts them back.
/// </summary>
/// <param name="Exact">The words, verbatim; absent from an anchored quote that was not joined or whose words were erased.</param>
/// <param name="State">How they stand to what the archive holds of the source.</param>
/// <param name="Prefix">Words right before them, where that was given.</param>
/// <param name="Suffix">Words right after them, where that was given.</param>
/// <param name="Position">Where they stand in the capture's text.</param>
/// <param name="Capture">SHA-256 of the capture in whose text they were found.</param>
/// <param name="Kept">Salted digest under which the words of an anchored quote are kept; absent until it is recorded.</param>
public sealed record Quote(
    string? Exact,
    QuoteState State = QuoteState.TranscribedUnseen,
    string? Prefix = null,
    string? Suffix = null,
    QuotePosition? Position = null,
    string? Capture = null,
    string? Kept = null) : IHoldsWords<Quote>, IJsonOnDeserialized
{
    /// <summary>Of a quote that was joined: its words were erased.</summary>
    [JsonIgnore]
    public bool IsErased => Kept is not null && Exact is null;

    public Quote Keep(Func<KeptWords, string> keep) => Capture is null
        ? this
        : this with { Exact = null, Prefix = null, Suffix = null, Kept = Kept ?? keep(new KeptWords(new QuotedWords(Exact!, Prefix, Suffix).ToContent(), Capture)) };

    public Quote Join(Func<string, string?> find)
    {
        if (Kept is null || find(Kept) is not { } content)
            return this;
        var words = QuotedWords.Parse(content);
        return this with { Exact = words.Exact, Prefix = words.Prefix, Suffix = words.Suffix };
    }

    /// <summary>What finds an anchored quote again.</summary>
    public TextSelector ToSelector() => new(Exact, Prefix, Suffix, Position);

    void IJsonOnDeserialized.OnDeserialized()
    {
        var whole = State == QuoteState.Exact
            ? Position is not null && Capture is not null && Kept is not null
            : Exact is not null && Position is null && Capture is null && Kept is null;
        if (!whole)
            throw new JsonException("A quote is either anchored, with 'capture', 'position' and 'kept', or transcribed unseen, with 'exact' and without these.");
    }
}
