using Archive.Domain.Claims;

namespace Archive.Dossiers;

/// <summary>Reads changes: each begins with the word for what is done and the id of what it is done to.</summary>
internal sealed class ChangeReader(DossierIndex index, DossierErrors errors, IReadOnlyDictionary<string, ClaimKind> kinds)
{
    private readonly ClaimChanges _claims = new(index, errors, kinds);
    private readonly DisputeChanges _disputes = new(index, errors);
    private readonly DescriptionChanges _descriptions = new(index, errors);
    private readonly SourceChanges _sources = new(index, errors);

    public static readonly IReadOnlyList<string> Verbs =
    [
        "correct", "cite", "withdraw", "dispute", "resolve", "reopen", "retract", "reinstate", "rate", "rank",
        "describe", "merge", "origin", "withdraw-origin",
    ];

    public DossierItem? Read(MapNode node)
    {
        var verbs = node.Fields.Where(field => Verbs.Contains(field.Name, StringComparer.Ordinal)).ToArray();
        if (verbs is not [var verb])
        {
            var hint = verbs.Length == 0 ? node.Fields.Select(field => Nearest.Hint(field.Name, Verbs)).FirstOrDefault(found => found.Length > 0) : "";
            errors.Add(node.At, $"A change does one of these things: {string.Join(", ", Verbs)}. This one has {(verbs.Length == 0 ? "none" : "several: make a change of each")}.{hint}");
            return null;
        }
        if (verb.Value is not TextNode { Value: not null })
        {
            errors.Add(verb.At, $"Write behind '{verb.Name}:' the id of what it is done to.");
            return null;
        }
        var fields = new FieldReader(node, $"'{verb.Name}'", errors);
        var item = verb.Name switch
        {
            "correct" => _claims.Correct(fields),
            "cite" => _claims.Cite(fields),
            "withdraw" => _claims.Withdraw(fields),
            "retract" => _claims.Retract(fields),
            "reinstate" => _claims.Reinstate(fields),
            "rank" => _claims.Rank(fields),
            "rate" => node["reliability"] is null ? _claims.Rate(fields) : _sources.Rate(fields),
            "dispute" => _disputes.Open(fields),
            "resolve" => _disputes.Resolve(fields),
            "reopen" => _disputes.Reopen(fields),
            "describe" => _descriptions.Describe(fields),
            "merge" => _descriptions.Merge(fields),
            "origin" => _sources.Origin(fields),
            _ => _sources.WithdrawOrigin(fields),
        };
        fields.Done();
        return item;
    }
}
