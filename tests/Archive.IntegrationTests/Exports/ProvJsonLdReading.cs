using System.Text.Json.Nodes;

namespace Archive.IntegrationTests.Exports;

/// <summary>Reads PROV-O from JSON-LD by its own inline context, and nothing else: a term or prefix that the context lacks fails.</summary>
internal static class ProvJsonLdReading
{
    private const string Prov = "http://www.w3.org/ns/prov#";

    private static readonly string[] Relations =
        ["wasGeneratedBy", "wasInvalidatedBy", "used", "wasDerivedFrom", "wasAttributedTo", "wasAssociatedWith", "wasInfluencedBy", "specializationOf", "alternateOf", "hadMember"];

    public static ProvModel Read(string json)
    {
        var document = JsonNode.Parse(json, null, new() { AllowDuplicateProperties = false })!.AsObject();
        document.Select(pair => pair.Key).ShouldBe(["@context", "@graph"]);
        var context = document["@context"]!.AsObject();
        var model = new ProvModel();
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal) { ["wasQuotedFrom"] = "Quotation", ["hadPrimarySource"] = "PrimarySource", ["wasRevisionOf"] = "Revision" };
        foreach (var node in document["@graph"]!.AsArray().Select(node => node!.AsObject()))
        {
            var id = Expand(node["@id"]!.GetValue<string>());
            var types = (node["@type"]?.AsArray() ?? []).Select(type => Expand(type!.GetValue<string>())).ToArray();
            var started = node["startedAtTime"]?.GetValue<string>();
            if (types.Contains(Prov + "Entity"))
                model.Entities.Add(id).ShouldBeTrue(id);
            if (types.Contains(Prov + "Agent"))
                model.Agents.Add(id).ShouldBeTrue(id);
            if (types.Contains(Prov + "Activity"))
                model.Activities.Add(id, started);
            foreach (var type in types.Where(type => type != Prov + "Entity" && type != Prov + "Agent" && type != Prov + "Activity"))
                model.Types.Add((id, type));
            foreach (var (term, value) in node.Where(pair => pair.Key[0] != '@'))
            {
                var property = Property(term);
                if (!property.StartsWith(Prov, StringComparison.Ordinal) || !Relations.Contains(property[Prov.Length..]))
                    continue;
                foreach (var other in value!.AsArray().Select(other => Expand(other!.GetValue<string>())))
                    model.Ties.Add(new ProvTie(property[Prov.Length..], id, other, TimeOf(node, property[Prov.Length..]), null));
            }

            // What a more special property says replaces the general tie between the same two.
            foreach (var (term, kind) in kinds)
            {
                foreach (var other in (node[term]?.AsArray() ?? []).Select(other => Expand(other!.GetValue<string>())))
                {
                    model.Ties.ShouldContain(tie => tie.Kind == "wasDerivedFrom" && tie.Subject == id && tie.Object == other);
                    model.Ties.Add(new ProvTie("wasDerivedFrom", id, other, null, Prov + kind));
                }
            }
        }

        return model;

        static string? TimeOf(JsonObject node, string relation) => relation switch
        {
            "wasGeneratedBy" => node["generatedAtTime"]!.GetValue<string>(),
            "wasInvalidatedBy" => node["invalidatedAtTime"]!.GetValue<string>(),
            _ => null,
        };

        string Property(string term) => context[term] switch
        {
            JsonValue iri => Expand(iri.GetValue<string>()),
            JsonObject definition => Expand(definition["@id"]!.GetValue<string>()),
            _ => Expand(term),
        };

        string Expand(string name)
        {
            if (name.StartsWith("http", StringComparison.Ordinal) && name.Contains("//", StringComparison.Ordinal))
                return name;
            var colon = name.IndexOf(':', StringComparison.Ordinal);
            colon.ShouldBeGreaterThan(0, $"{name} is no term of the context");
            return context[name[..colon]]!.GetValue<string>() + name[(colon + 1)..];
        }
    }
}
