namespace Archive.Citations;

/// <summary>Forms of a citation.</summary>
public enum CitationFormat
{
    /// <summary>One line for a footnote.</summary>
    Text,

    /// <summary>An entry for BibTeX and biblatex.</summary>
    Bibtex,

    /// <summary>CSL-JSON (Citation Style Language 1.0.2), as reference managers read it.</summary>
    CslJson,

    /// <summary>The answer itself.</summary>
    Json,
}
