using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Dossiers;

/// <summary>Reads how disputes begin, end and begin again.</summary>
internal sealed class DisputeChanges(DossierIndex index, DossierErrors errors)
{
    public DossierItem Open(FieldReader fields)
    {
        var claim = ClaimOf(fields, "dispute");
        var question = fields.RequiredText("question");
        if (fields.List("versions").Count < 2)
            fields.Missing("versions", " A dispute has two or more, each with 'says' and 'cites'.");
        var versions = fields.List("versions").Select(ReadVersion).ToValueList();
        var (words, decided) = (fields.Text("words"), fields.Text("decided"));
        return Item(claim, "dispute", fields, (context, _, _) => new DisputeClaim(context, claim, question, versions, words, decided));
    }

    public DossierItem Resolve(FieldReader fields)
    {
        var claim = ClaimOf(fields, "resolve");
        var question = fields.RequiredText("question");
        var (outcome, version) = ReadOutcome(fields);
        var words = fields.RequiredText("words");
        var cites = CitationFields.ReadList(fields, "cites", index, errors, required: false);
        var decided = fields.Text("decided");
        return Item(claim, "resolve", fields, (context, _, _) => new ResolveDispute(context, claim, question, outcome, version, words, cites, decided));
    }

    public DossierItem Reopen(FieldReader fields)
    {
        var claim = ClaimOf(fields, "reopen");
        var (question, words, decided) = (fields.RequiredText("question"), fields.RequiredText("words"), fields.Text("decided"));
        return Item(claim, "reopen", fields, (context, _, _) => new ReopenDispute(context, claim, question, words, decided));
    }

    private (DisputeOutcome Outcome, string? Version) ReadOutcome(FieldReader fields)
    {
        var (how, number) = (fields.Text("as"), fields.Number("version"));
        if (how is null == number is null)
            errors.Add(fields.Node.At, "'resolve' needs 'as': the words of the version that holds, or both-hold, or left-standing; or else 'version', its number from 1.");
        return how switch
        {
            null => (DisputeOutcome.OneVersion, number?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            "both-hold" => (DisputeOutcome.BothHold, null),
            "left-standing" => (DisputeOutcome.LeftStanding, null),
            _ => (DisputeOutcome.OneVersion, how),
        };
    }

    private DisputeVersionDraft ReadVersion(DossierNode node)
    {
        if (node is not MapNode map)
        {
            errors.Add(node.At, "A version of a dispute has 'says' and 'cites'.");
            return new DisputeVersionDraft("", []);
        }
        var fields = new FieldReader(map, "A version of a dispute", errors);
        var version = new DisputeVersionDraft(fields.RequiredText("says"), CitationFields.ReadList(fields, "cites", index, errors));
        fields.Done();
        return version;
    }

    private string ClaimOf(FieldReader fields, string verb) => index.Claim(fields.RequiredText(verb), fields.Find(verb)!.At);

    private static DossierItem Item(string claim, string verb, FieldReader fields, Composition compose) =>
        new(StreamName.OfClaim(claim), verb, fields.Node, compose);
}
