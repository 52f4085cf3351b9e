namespace Archive.Domain.Evidence;

/// <summary>In what the nearest match differs from what was asked for.</summary>
public enum QuoteDifference
{
    /// <summary>The words stand there, but not at the position given.</summary>
    Position,

    /// <summary>Other words stand before them.</summary>
    Prefix,

    /// <summary>Other words stand after them.</summary>
    Suffix,

    /// <summary>Upper and lower case.</summary>
    Case,

    /// <summary>Spaces, line breaks and tabs: which, and how many.</summary>
    WhiteSpace,

    /// <summary>The form of quotation marks and apostrophes.</summary>
    QuotationMarks,

    /// <summary>The form of hyphens and dashes, or a soft hyphen.</summary>
    Hyphens,

    /// <summary>Unicode normalisation form, or a compatible form such as a ligature.</summary>
    NormalisationForm,

    /// <summary>Characters that are not seen, such as marks of direction and zero-width joiners.</summary>
    Invisible,

    /// <summary>Characters themselves.</summary>
    Words,
}
