namespace Archive.Domain.Evidence;

/// <summary>What in a text comes nearest to a selector that selects nothing in it. A hint for a person; it is never taken for the quote.</summary>
/// <param name="Place">Where, and which words.</param>
/// <param name="Differs">In what it differs.</param>
/// <param name="Edits">How many characters would have to be replaced, put in or left out, beside the differences of form; 0 where the words are the same.</param>
public sealed record NearestMatch(AnchorPlace Place, ValueList<QuoteDifference> Differs, int Edits);
