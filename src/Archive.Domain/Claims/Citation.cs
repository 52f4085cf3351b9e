using Archive.Domain.Evidence;

namespace Archive.Domain.Claims;

/// <summary>The tie from a claim to a source.</summary>
/// <param name="Number">From 1, never used again within the claim; a citation that a correction repeats keeps its number.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Stance">How the source stands to the claim.</param>
/// <param name="About">What part of the claim the citation is about.</param>
/// <param name="Quote">Words of the source that were read.</param>
/// <param name="ConsultedOn">When the source was read, in EDTF.</param>
/// <param name="Extent">How much of it was read.</param>
public sealed record Citation(
    int Number,
    string Source,
    Stance Stance,
    CitedPart About,
    Quote? Quote,
    string? ConsultedOn,
    ConsultedExtent? Extent) : IHoldsWords<Citation>
{
    /// <summary>The citation as one would submit it again.</summary>
    public CitationDraft ToDraft() =>
        new(Source, Stance, About, Quote?.Exact, ConsultedOn, Extent, Quote?.Prefix, Quote?.Suffix, Quote?.Position, Quote?.Capture);

    /// <summary>A draft says the words and what stands around them; which capture they were found in, and where, it may leave to the archive.</summary>
    internal bool SameAs(CitationDraft draft) => draft == ToDraft() with
    {
        Position = draft.Position is null ? null : Quote?.Position,
        Capture = draft.Capture is null ? null : Quote?.Capture,
    };

    /// <summary>What makes it another citation than others of its claim.</summary>
    internal Citation WithoutNumber() => this with { Number = 0, Quote = Quote is null ? null : Quote with { Kept = null } };

    public Citation Keep(Func<KeptWords, string> keep) => With(Quote?.Keep(keep));

    public Citation Join(Func<string, string?> find) => With(Quote?.Join(find));

    private Citation With(Quote? quote) => ReferenceEquals(quote, Quote) ? this : this with { Quote = quote };
}
