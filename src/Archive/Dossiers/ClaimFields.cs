using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Time;

namespace Archive.Dossiers;

/// <summary>The content of a claim, written and read.</summary>
internal static class ClaimFields
{
    private static readonly string[] OfDate = ["clock", "zone"];

    /// <param name="kind">The claim's kind.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="place">Its place where none is written.</param>
    /// <param name="index">What the dossier brings along.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static ClaimDraft Read(ClaimKind kind, FieldReader fields, string? place, DossierIndex index, DossierErrors errors)
    {
        var says = fields.RequiredText("says");
        var (when, clock, zone) = (fields.Text("when"), fields.Text("clock"), fields.Text("zone"));
        if (when is null && clock is not null)
            errors.Add(fields.PlaceOf("clock"), "'clock' says more about 'when', which is missing.");
        return new ClaimDraft(
            says,
            ParticularsFields.Read(kind, fields, place, index, errors),
            fields.Text("language"),
            when is null ? null : new DateDraft(when, clock, zone ?? index.Zone),
            fields.Text("about"),
            fields.Text("according-to") is { } voice ? index.Authority(voice, fields.PlaceOf("according-to")) : null,
            fields.List("derived-from").Select(node => index.AnyClaim(fields.TextOf(node, "a claim"), node.At)).ToValueList());
    }

    /// <summary>Every field, with none left to a default.</summary>
    public static MapNode Write(string record, ClaimContent content) => MapNode.Of(
    [
        MapField.Of("says", content.Says),
        MapField.Of("language", content.Language),
        MapField.Of("when", content.Occurred?.Edtf),
        MapField.Of("clock", content.Occurred?.Clock),
        MapField.Of("zone", content.Occurred?.Zone),
        .. ParticularsFields.Write(content.Particulars),
        MapField.Of("about", content.About),
        MapField.Of("according-to", content.AccordingTo),
        MapField.Of("derived-from", content.DerivedFrom.Select(claim => ArchiveId.RecordOf(claim) == record ? ArchiveId.LocalOf(claim) : claim)),
    ]);

    /// <summary>Fields with those of a correction in their place; without a date there is neither clock nor zone.</summary>
    public static MapNode Patch(MapNode fields, MapNode set)
    {
        var patched = fields.With(set);
        return patched["when"] is null ? patched.Without(OfDate.Where(name => set[name] is null)) : patched;
    }
}
