namespace Archive.Domain.Evidence;

/// <summary>What is overlooked when the nearest match is looked for; never when a quote is.</summary>
[Flags]
internal enum Folding
{
    None = 0,
    Case = 1,
    WhiteSpace = 2,
    QuotationMarks = 4,
    Hyphens = 8,
    NormalisationForm = 16,
    Invisible = 32,
    All = 63,
}
