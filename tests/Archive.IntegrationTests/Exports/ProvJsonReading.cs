using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Archive.IntegrationTests.Exports;

/// <summary>Reads PROV-JSON, strictly: an unknown section, prefix or member, or a name that PROV-N could not write, fails.</summary>
internal static partial class ProvJsonReading
{
    private static readonly Dictionary<string, (string Subject, string Object)> Relations = new(StringComparer.Ordinal)
    {
        ["wasGeneratedBy"] = ("prov:entity", "prov:activity"),
        ["wasInvalidatedBy"] = ("prov:entity", "prov:activity"),
        ["used"] = ("prov:activity", "prov:entity"),
        ["wasDerivedFrom"] = ("prov:generatedEntity", "prov:usedEntity"),
        ["wasAttributedTo"] = ("prov:entity", "prov:agent"),
        ["wasAssociatedWith"] = ("prov:activity", "prov:agent"),
        ["wasInfluencedBy"] = ("prov:influencee", "prov:influencer"),
        ["specializationOf"] = ("prov:specificEntity", "prov:generalEntity"),
        ["alternateOf"] = ("prov:alternate1", "prov:alternate2"),
        ["hadMember"] = ("prov:collection", "prov:entity"),
    };

    public static ProvModel Read(string json)
    {
        var document = JsonNode.Parse(json, null, new() { AllowDuplicateProperties = false })!.AsObject();
        var prefixes = document["prefix"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>(), StringComparer.Ordinal);
        var model = new ProvModel();
        foreach (var (section, members) in document.Where(pair => pair.Key != "prefix"))
        {
            foreach (var (key, value) in members!.AsObject())
            {
                var thing = value!.AsObject();
                if (section is "entity" or "activity" or "agent")
                    Add(model, section, Full(key, prefixes), thing);
                else
                    AddRelation(model, section, key, thing);
                foreach (var (name, attribute) in thing)
                    Check(name, attribute, section);
            }
        }

        return model;

        void Add(ProvModel to, string section, string id, JsonObject thing)
        {
            if (section == "entity")
                to.Entities.Add(id).ShouldBeTrue(id);
            else if (section == "agent")
                to.Agents.Add(id).ShouldBeTrue(id);
            else
                to.Activities.Add(id, thing["prov:startTime"]?.GetValue<string>());
            foreach (var type in TypesOf(thing))
                to.Types.Add((id, type));
        }

        void AddRelation(ProvModel to, string section, string key, JsonObject thing)
        {
            key.ShouldStartWith("_:");
            var (subject, other) = Relations[section];
            to.Ties.Add(new ProvTie(
                section, Full(thing[subject]!.GetValue<string>(), prefixes), Full(thing[other]!.GetValue<string>(), prefixes), thing["prov:time"]?.GetValue<string>(), TypesOf(thing).SingleOrDefault()));
        }

        IEnumerable<string> TypesOf(JsonObject thing) => thing["prov:type"] switch
        {
            null => [],
            JsonArray several => several.Select(type => Full(type!["$"]!.GetValue<string>(), prefixes)),
            var one => [Full(one["$"]!.GetValue<string>(), prefixes)],
        };

        void Check(string name, JsonNode? attribute, string section)
        {
            if (Relations.TryGetValue(section, out var ends) && (name == ends.Subject || name == ends.Object))
                return;
            Full(name, prefixes);
            foreach (var value in attribute is JsonArray several ? several.ToArray() : [attribute])
            {
                if (value is not JsonObject typed)
                {
                    value!.GetValue<string>().ShouldNotBeNull();
                    continue;
                }

                typed.Count.ShouldBe(2);
                typed["$"]!.GetValue<string>();
                if (typed["type"]?.GetValue<string>() is not { } type)
                    typed["lang"]!.GetValue<string>().ShouldNotBeEmpty();
                else if (type == "prov:QUALIFIED_NAME")
                    Full(typed["$"]!.GetValue<string>(), prefixes);
                else
                    Full(type, prefixes);
            }
        }
    }

    private static string Full(string qualified, Dictionary<string, string> prefixes)
    {
        var colon = qualified.IndexOf(':', StringComparison.Ordinal);
        colon.ShouldBeGreaterThan(0, qualified);
        Local().IsMatch(qualified[(colon + 1)..]).ShouldBeTrue(qualified);
        return prefixes[qualified[..colon]] + qualified[(colon + 1)..];
    }

    /// <summary>PN_LOCAL of PROV-N, as far as ASCII goes.</summary>
    [GeneratedRegex(@"^([A-Za-z0-9_/@~&+*?#$!]|%[0-9A-F]{2})(([A-Za-z0-9_/@~&+*?#$!.-]|%[0-9A-F]{2})*([A-Za-z0-9_/@~&+*?#$!-]|%[0-9A-F]{2}))?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Local();
}
