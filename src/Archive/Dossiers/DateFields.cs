using Archive.Domain.Time;

namespace Archive.Dossiers;

/// <summary>A date that stands in one field: an EDTF text, or <c>{date, clock, zone}</c>.</summary>
internal static class DateFields
{
    private const string Utc = "UTC";

    public static DateDraft? Read(FieldReader fields, string name, string? zone, DossierErrors errors)
    {
        switch (fields.Find(name))
        {
            case null:
                return null;
            case MapNode map:
                var parts = new FieldReader(map, $"A date as '{name}'", errors);
                var date = new DateDraft(parts.RequiredText("date"), parts.Text("clock"), parts.Text("zone") ?? zone);
                parts.Done();
                return date;
            default:
                return fields.Text(name) is { } edtf ? new DateDraft(edtf, null, zone) : null;
        }
    }

    /// <param name="date">The date.</param>
    /// <param name="zone">The zone that it has where none is written.</param>
    public static DossierNode? Write(HistoricalDate? date, string? zone)
    {
        if (date is null)
            return null;
        var own = date.Zone == (zone ?? Utc) ? null : date.Zone;
        return date.Clock is null && own is null
            ? TextNode.Of(date.Edtf)
            : MapNode.Of(MapField.Of("date", date.Edtf), MapField.Of("clock", date.Clock), MapField.Of("zone", own));
    }
}
