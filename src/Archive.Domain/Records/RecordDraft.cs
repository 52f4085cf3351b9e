using System.Diagnostics.CodeAnalysis;
using Archive.Domain.Time;

namespace Archive.Domain.Records;

/// <summary>The description of a record as it was submitted: <see cref="RecordDescription"/> before its date has bounds.</summary>
public sealed record RecordDraft(
    string Title,
    string? Summary = null,
    DateDraft? Occurred = null,
    ValueList<string>? Places = null,
    string? Language = null,
    string? Zone = null)
{
    internal bool TryDerive(
        string id, KnownStreams known, [NotNullWhen(true)] out RecordDescription? description, [NotNullWhen(false)] out Decision? refused)
    {
        description = null;
        refused = null;
        HistoricalDate? occurred = null;
        if (Occurred is { } date && !HistoricalDate.TryDerive(date.Edtf, date.Clock, date.Zone, out occurred, out var error))
        {
            refused = Decision.Refuse("date-invalid", $"The date of record {id}: {error.Message}");
            return false;
        }

        var missing = (Places ?? []).Where(place => known.Missing(StreamName.OfAuthority(place))).ToArray();
        if (missing.Length > 0)
        {
            refused = Decision.Refuse("authority-unknown", $"There is no authority {string.Join(", ", missing)}. Establish it first, or correct the id.");
            return false;
        }

        description = new RecordDescription(Title, Summary, occurred, Places ?? [], Language, Zone);
        return true;
    }
}
