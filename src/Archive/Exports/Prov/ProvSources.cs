using Archive.Domain.Sources;
using Archive.Sources;

namespace Archive.Exports.Prov;

/// <summary>
/// Sources: each an entity that nothing here generates, since it is a thing in the world; its captures, which recording brought into the archive;
/// and the states of what was known of it, ratings among them.
/// </summary>
internal static class ProvSources
{
    /// <summary>It speaks for itself, and is the official text or the voice that others repeat, not a report of it.</summary>
    public static bool IsPrimary(Source source) =>
        source is { Origin: null, MergedInto: null, Description: { Weak: false, Kind: SourceKind.OfficialTranscript or SourceKind.OfficialRelease or SourceKind.Voice } };

    public static IEnumerable<ProvNode> Of(SourcePast past, RecordMaterial material)
    {
        var source = past.Current.State;
        var entity = ExportIris.Source(source.Id);
        var circle = GoesRound(source.Id, material.Sources);
        yield return new ProvNode(
            ProvKind.Entity,
            entity,
            Describe(new ProvAttributes().Typed("Source"), past.Current).Add("originGoesRound", circle ? ProvValue.Flag(true) : null),
            [
                // A circle of derivations is no history; it is said by the attribute alone.
                .. source.Origin is { } origin && !circle ? [Repeats(entity, origin)] : Array.Empty<ProvRelation>(),
                .. source.MergedInto is { } into && into != source.Id ? [new ProvRelation(ProvRelationKind.AlternateOf, entity, ExportIris.Source(into))] : Array.Empty<ProvRelation>(),
            ]);
        foreach (var node in Captures(past, entity))
            yield return node;
        foreach (var node in ProvStates.Of(past, (i, _) => (Describe(new ProvAttributes().Typed("SourceDescription").Add("describes", ProvValue.Name(entity)), past.Versions[i]), [])))
            yield return node;
    }

    private static ProvRelation Repeats(string entity, SourceOrigin origin) => new(
        ProvRelationKind.WasDerivedFrom, entity, ExportIris.Source(origin.Source), null, new ProvAttributes().Add("likely", ProvValue.Flag(origin.Likely)));

    private static IEnumerable<ProvNode> Captures(SourcePast past, string source)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var version in past.Versions)
        {
            foreach (var capture in version.State.Captures ?? [])
            {
                if (!told.Add(capture.Digest))
                    continue;
                var entity = ExportIris.Capture(version.State.Id, capture.Digest);
                yield return new ProvNode(ProvKind.Entity, entity, Describe(capture).Add("erased", ErasedContent.IsErased(past.Current.State, capture) ? ProvValue.Flag(true) : null),
                [
                    new(ProvRelationKind.WasGeneratedBy, entity, ExportIris.Entry(version.FromEntry), version.Change.RecordedAt),
                    new(ProvRelationKind.SpecializationOf, entity, source),
                    new(ProvRelationKind.WasAttributedTo, entity, ExportIris.Actor(past.Events[version.FromEntry].Actor)),
                ]);
            }
        }
    }

    private static ProvAttributes Describe(Capture capture) => new ProvAttributes()
        .Typed("Capture")
        .Standard(ProvAttributes.Label, ProvValue.Of($"sha256 {capture.Digest}"))
        .Add("sha256", capture.Digest)
        .Add("digest", ProvValue.Address(ExportIris.Digest(capture.Digest)))
        .Add("length", ProvValue.Whole(capture.Length))
        .Add("mediaType", capture.MediaType)
        .Add("capturedAt", ProvValue.Instant(capture.CapturedAt))
        .Add("capturedBy", capture.CapturedBy)
        .Add("method", (CaptureMethod?)capture.Method)
        .Add("tool", capture.Tool)
        .Add("receivedFrom", capture.ReceivedFrom)
        .Add("originalUrl", capture.OriginalUrl is { } url ? ProvValue.Address(url) : null)
        .Add("rights", capture.Rights);

    private static ProvAttributes Describe(ProvAttributes attributes, SourceVersion version)
    {
        var source = version.State;
        if (version.Withheld is { } withheld)
            return attributes.Standard(ProvAttributes.Label, ProvValue.Of(source.Id)).Add("withheld", ClosedText.Of(withheld));
        foreach (var capture in version.WithheldCaptures ?? [])
            attributes.Add("withheldCapture", $"{capture.Digest}: {ClosedText.Of(capture.Withheld)}");
        var description = source.Description;
        attributes
            .Standard(ProvAttributes.Label, ProvValue.Of(description.ShownTitle(), description.Language))
            .Add("kind", (SourceKind?)description.Kind)
            .Add("publisher", description.Publisher)
            .Add("author", description.Author)
            .Add("url", description.Url is { } url ? ProvValue.Address(url) : null)
            .Add("language", description.Language)
            .Add("licence", description.Licence)
            .Add("weak", description.Weak ? ProvValue.Flag(true) : null)
            .Add("note", description.Note)
            .Add("reliability", source.Reliability)
            .Add("repeats", source.Origin is { } origin ? ProvValue.Name(ExportIris.Source(origin.Source)) : null)
            .Add("mergedInto", source.MergedInto is { } into ? ProvValue.Name(ExportIris.Source(into)) : null);
        ProvClaims.AddDate(attributes, "published", description.Published);
        return attributes;
    }

    /// <summary>Whether a source's origins, as they are recorded, lead back to it: no decider can wholly prevent it.</summary>
    private static bool GoesRound(string id, IReadOnlyDictionary<string, SourceVersion> sources)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = sources.GetValueOrDefault(id)?.State.Origin?.Source; at is not null && seen.Add(at); at = sources.GetValueOrDefault(at)?.State.Origin?.Source)
        {
            if (at == id)
                return true;
        }

        return false;
    }
}
