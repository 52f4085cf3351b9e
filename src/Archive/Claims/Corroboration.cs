namespace Archive.Claims;

/// <summary>The independent origins behind a claim: five reprints of one voice are one.</summary>
/// <param name="Supporting">Ids of the sources with which the voices that support it began, those that may be named.</param>
/// <param name="Contradicting">The same of those that contradict it.</param>
/// <param name="Sources">How many different sources are cited in support.</param>
/// <param name="Cycles">Sources whose origins go round in a circle; each circle counts as one voice.</param>
/// <param name="ContradictingSources">How many different sources are cited against it.</param>
/// <param name="Citations">How many citations there are, by their stance.</param>
/// <param name="SupportingUnnamed">How many more support it that are closed, or are reached through closed sources alone.</param>
/// <param name="ContradictingUnnamed">How many more contradict it.</param>
public sealed record Corroboration(
    IReadOnlyList<string> Supporting,
    IReadOnlyList<string> Contradicting,
    int Sources,
    IReadOnlyList<string> Cycles,
    int ContradictingSources,
    CitationCount Citations,
    int SupportingUnnamed = 0,
    int ContradictingUnnamed = 0);
