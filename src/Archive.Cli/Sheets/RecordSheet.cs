using Archive.Cli.Display;
using Archive.Records;

namespace Archive.Cli.Sheets;

/// <summary>A record with its claims.</summary>
internal static class RecordSheet
{
    public static void Show(IDisplay display, RecordSnapshot snapshot)
    {
        var record = snapshot.Record;
        var description = record.Description;
        display.Heading(record.IsShown ? record.Description.Title : AccessText.Of(record.Withheld));
        display.Fields(
        [
            new("record", Line.Of(record.Id, Tone.Id)),
            new("occurred", description is null ? null : DateText.Of(description.Occurred)),
            new("places", description is null or { Places.Count: 0 } ? null : Line.Join(", ", description.Places.Select(place => ParticularsText.Name(place, snapshot.Names)))),
            .. ErasedText.Fields(record.ErasedEvents),
            .. MomentText.Fields(snapshot.AsOf, record.Id, snapshot.Digest),
        ]);
        if (description?.Summary is not null)
        {
            display.Blank();
            display.Write(description.Summary);
        }

        display.Blank();
        ClaimTable.Show(display, snapshot.Claims.Items, snapshot.Support, snapshot.Names);
        PageText.Show(display, snapshot.Claims, "claims");
        AccessText.Show(display, snapshot.Disclosure);
    }
}
