using Archive.Domain;
using Archive.Domain.Records;

namespace Archive.Dossiers;

/// <summary>The description of a record, written and read.</summary>
internal static class RecordFields
{
    public static RecordDraft Read(FieldReader fields, DossierIndex index, DossierErrors errors)
    {
        var zone = fields.Text("zone");
        return new RecordDraft(
            fields.RequiredText("title"),
            fields.Text("summary"),
            DateFields.Read(fields, "when", zone, errors),
            fields.List("places").Select(place => index.Authority(fields.TextOf(place, "a place"), place.At)).ToValueList(),
            fields.Text("language"),
            zone);
    }

    public static MapNode Write(RecordDescription record) => MapNode.Of(
        MapField.Of("title", record.Title),
        MapField.Of("summary", record.Summary),
        MapField.Of("when", DateFields.Write(record.Occurred, record.Zone)),
        MapField.Of("zone", record.Zone),
        MapField.Of("places", record.Places),
        MapField.Of("language", record.Language));
}
