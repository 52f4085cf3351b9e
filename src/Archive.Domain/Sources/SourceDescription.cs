using Archive.Domain.Time;

namespace Archive.Domain.Sources;

/// <summary>The bibliographic description of a source.</summary>
/// <param name="Kind">What kind of publication it is.</param>
/// <param name="Title">Its title; where <paramref name="TitleSupplied"/>, one that the archive gave it.</param>
/// <param name="TitleSupplied">The source has no title, or none was shown; the title is to be shown in square brackets.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Url">Where it was found: an absolute http or https URL.</param>
/// <param name="Published">When the source said it.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Licence">Terms under which it may be used.</param>
/// <param name="Weak">A machine translation, mirror or blog: a lead, never quoted as a speaker's words.</param>
/// <param name="Note">What else is to be known of it.</param>
public sealed record SourceDescription(
    SourceKind Kind,
    string Title,
    bool TitleSupplied,
    string? Publisher,
    string? Author,
    string? Url,
    HistoricalDate? Published,
    string? Language,
    string? Licence,
    bool Weak,
    string? Note)
{
    /// <summary>The title as it is shown: a supplied one in square brackets.</summary>
    public string ShownTitle() => TitleSupplied ? $"[{Title}]" : Title;

    /// <summary>Equal but for what newer zone data or rules would derive from the same date.</summary>
    internal bool SaysTheSameAs(SourceDescription other) =>
        this with { Published = null } == other with { Published = null } && HistoricalDate.SayTheSame(Published, other.Published);
}
