using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Records;
using Archive.Snapshots;

namespace Archive.Exports.Prov;

/// <summary>A record's provenance in PROV's terms, thing by thing, whatever it is written in. See docs/exports.md for the mapping.</summary>
internal static class ProvDocument
{
    /// <summary>Every thing is told once, agents last.</summary>
    public static async IAsyncEnumerable<ProvNode> ReadAsync(RecordMaterial material)
    {
        var actors = new SortedSet<string>(StringComparer.Ordinal);
        yield return Snapshot(material);
        var record = await material.RecordPastAsync();
        foreach (var node in Told(OfRecord(record), record.Events))
            yield return node;
        await foreach (var source in material.SourcesAsync())
        {
            foreach (var node in Told(ProvSources.Of(source, material), source.Events))
                yield return node;
        }

        await foreach (var authority in material.AuthoritiesAsync())
        {
            foreach (var node in Told(OfAuthority(authority), authority.Events))
                yield return node;
        }

        await foreach (var claim in material.ClaimsAsync())
        {
            foreach (var node in Told(ProvClaims.Of(claim, material), claim.Events))
                yield return node;
        }

        foreach (var actor in actors)
            yield return Agent(actor, material.Actors.GetValueOrDefault(actor));

        IEnumerable<ProvNode> Told(IEnumerable<ProvNode> nodes, IReadOnlyDictionary<long, EventView> by)
        {
            actors.UnionWith(by.Values.SelectMany(happened => happened.Actors));
            return nodes;
        }
    }

    private static ProvNode Agent(string actor, ActorName? known) => new(
        ProvKind.Agent,
        ExportIris.Actor(actor),
        new ProvAttributes()
            .Typed("Actor")
            .Standard(ProvAttributes.Type, known is null ? null : ProvValue.Name(known.Kind switch { ActorKind.Person => "prov:Person", ActorKind.Software => "prov:SoftwareAgent", _ => "prov:Organization" }))
            .Standard(ProvAttributes.Label, ProvValue.Of(known?.Name ?? actor)),
        []);

    private static ProvNode Snapshot(RecordMaterial material) => new(
        ProvKind.Entity,
        ExportIris.Snapshot(material.Record.State.Id, material.Moment.Entry),
        new ProvAttributes()
            .Standard(ProvAttributes.Type, ProvValue.Name("prov:Collection"))
            .Typed("Snapshot")
            .Standard(ProvAttributes.Label, ProvValue.Of($"{material.Record.State.Id}@{material.Moment.Entry}"))
            .Add("log", material.Moment.Log)
            .Add("entry", ProvValue.Whole(material.Moment.Entry))
            .Add("snapshotDigest", material.Digest)
            .Add("of", ProvValue.Name(ExportIris.Record(material.Record.State.Id))),
        []);

    private static IEnumerable<ProvNode> OfRecord(RecordPast past)
    {
        var first = past.Versions[0];
        var entity = ExportIris.Stream(first.Stream);
        yield return new ProvNode(
            ProvKind.Entity,
            entity,
            new ProvAttributes().Typed("Record").Standard(ProvAttributes.Label, ProvValue.Of(first.State.Id)),
            [new(ProvRelationKind.WasGeneratedBy, entity, ExportIris.Entry(first.FromEntry), first.Change.RecordedAt)]);
        foreach (var node in ProvStates.Of(past, (i, state) => (Describe(past.Versions[i]), [new(ProvRelationKind.SpecializationOf, state, entity)])))
            yield return node;
    }

    private static ProvAttributes Describe(RecordVersion version)
    {
        if (version.Withheld is { } withheld)
            return new ProvAttributes().Typed("RecordDescription").Standard(ProvAttributes.Label, ProvValue.Of(version.State.Id)).Add("withheld", ClosedText.Of(withheld));
        var description = version.State.Description;
        var attributes = new ProvAttributes()
            .Typed("RecordDescription")
            .Standard(ProvAttributes.Label, ProvValue.Of(description.Title, description.Language))
            .Add("summary", description.Summary is { } summary ? ProvValue.Of(summary, description.Language) : null);
        foreach (var place in description.Places)
            attributes.Add("place", ProvValue.Name(ExportIris.Authority(place)));
        ProvClaims.AddDate(attributes, "occurred", description.Occurred);
        return attributes;
    }

    /// <summary>A person, organisation or place is a thing in the world; what was known of it are states.</summary>
    private static IEnumerable<ProvNode> OfAuthority(AuthorityPast past)
    {
        var authority = past.Current.State;
        var entity = ExportIris.Authority(authority.Id);
        yield return new ProvNode(
            ProvKind.Entity,
            entity,
            Describe(new ProvAttributes().Typed("Authority"), authority),
            authority.MergedInto is { } into && into != authority.Id ? [new ProvRelation(ProvRelationKind.AlternateOf, entity, ExportIris.Authority(into))] : []);
        foreach (var node in ProvStates.Of(past, (i, _) =>
            (Describe(new ProvAttributes().Typed("AuthorityDescription").Add("describes", ProvValue.Name(entity)), past.Versions[i].State), [])))
        {
            yield return node;
        }
    }

    private static ProvAttributes Describe(ProvAttributes attributes, Authority authority)
    {
        attributes.Standard(ProvAttributes.Label, ProvValue.Of(authority.Description.Name.Text, authority.Description.Name.Language)).Add("kind", (AuthorityKind?)authority.Kind);
        foreach (var alias in authority.Description.Aliases)
            attributes.Add("alias", ProvValue.Of(alias.Text, alias.Language));
        return attributes;
    }
}
