namespace Archive.Domain.Claims;

/// <summary>Words of a source (W3C Web Annotation TextQuoteSelector).</summary>
/// <param name="Exact">The words, verbatim.</param>
/// <param name="State">How they stand to what the archive holds of the source.</param>
public sealed record Quote(string Exact, QuoteState State = QuoteState.TranscribedUnseen);
