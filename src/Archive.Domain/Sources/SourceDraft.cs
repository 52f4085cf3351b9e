using System.Diagnostics.CodeAnalysis;
using Archive.Domain.Time;

namespace Archive.Domain.Sources;

/// <summary>The description of a source as it was submitted: <see cref="SourceDescription"/> before its date has bounds.</summary>
public sealed record SourceDraft(
    SourceKind Kind,
    string Title,
    bool TitleSupplied = false,
    string? Publisher = null,
    string? Author = null,
    string? Url = null,
    DateDraft? Published = null,
    string? Language = null,
    string? Licence = null,
    bool Weak = false,
    string? Note = null)
{
    internal bool TryDerive(string id, [NotNullWhen(true)] out SourceDescription? description, [NotNullWhen(false)] out Decision? refused)
    {
        description = null;
        refused = null;
        HistoricalDate? published = null;
        if (Published is { } date && !HistoricalDate.TryDerive(date.Edtf, date.Clock, date.Zone, out published, out var error))
        {
            refused = Decision.Refuse("date-invalid", $"The date of source {id}: {error.Message}");
            return false;
        }

        description = new SourceDescription(Kind, Title, TitleSupplied, Publisher, Author, Url, published, Language, Licence, Weak, Note);
        return true;
    }
}
