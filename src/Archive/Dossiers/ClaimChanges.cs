using Archive.Claims;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Dossiers;

/// <summary>Reads changes to what a claim says, what it rests on and how it stands.</summary>
internal sealed class ClaimChanges(DossierIndex index, DossierErrors errors, IReadOnlyDictionary<string, ClaimKind> kinds)
{
    private static readonly string[] Fixed = ["id", "kind"];

    public DossierItem Correct(FieldReader fields)
    {
        var claim = ClaimOf(fields, "correct");
        var (reason, fault) = (fields.RequiredChoice<CorrectionReason>("reason"), fields.RequiredChoice<Fault>("fault"));
        var set = fields.Find("set") as MapNode ?? MapNode.Of();
        if (fields.Find("set") is { } other and not MapNode)
            errors.Add(other.At, "'set' has the fields that change, such as 'set: {clock: morning}'.");
        foreach (var name in Fixed.Where(name => set[name] is not null))
            errors.Add(set[name]!.At, $"A correction cannot change the {name} of a claim. Retract the claim and record a new one.");
        if (set["cites"] is { } misplaced)
            errors.Add(misplaced.At, "'cites' stands beside 'set', not in it, and gives all citations that hold from now on.");
        set = set.Without([.. Fixed, "cites"]);
        var cites = CitationFields.ReadList(fields, "cites", index, errors);
        var correction = new Correction(reason, fault, fields.RequiredText("words"), fields.Text("notice"), fields.Text("decided"));
        var item = Item(claim, "correct", fields, (context, state, found) => state is Claim { } before
            ? new CorrectClaim(context, claim, Patch(before.Content, claim, set, found), cites, correction)
            : null);
        if (Alone(claim, set) is { } draft)
            ShapeRules.Check(item, new CorrectClaim(ShapeRules.Anybody, claim, draft, cites, correction), errors);
        return item;
    }

    public DossierItem Cite(FieldReader fields)
    {
        var claim = ClaimOf(fields, "cite");
        if (fields.Find("citation") is not { } node)
        {
            fields.Missing("citation", " Name the source.");
            node = TextNode.Of("");
        }
        var citation = CitationFields.Read(node, index, errors);
        var (words, decided) = (fields.Text("words"), fields.Text("decided"));
        return Item(claim, "cite", fields, (context, _, _) => new CiteSource(context, claim, citation, words, decided));
    }

    public DossierItem Withdraw(FieldReader fields)
    {
        var claim = ClaimOf(fields, "withdraw");
        var (source, number) = (fields.Text("citation"), fields.Number("number"));
        if (source is null == number is null)
            errors.Add(fields.Node.At, "'withdraw' needs 'citation', the id of the source that is cited, or 'number', the number of the citation.");
        else if (source is not null)
            index.Source(source, fields.PlaceOf("citation"));
        var (words, decided) = (fields.RequiredText("words"), fields.Text("decided"));
        return Item(claim, "withdraw", fields, (context, state, found) =>
        {
            var of = (state as Claim)?.Citations.Where(citation => citation.Source == source).ToArray() ?? [];
            if (number is null && of.Length != 1)
            {
                found.Add(fields.PlaceOf("citation"), $"Claim {claim} cites {source} {of.Length} times{(of.Length == 0 ? "" : $", as {string.Join(", ", of.Select(citation => citation.Number))}")}. {(of.Length == 0 ? "Name a source that it cites." : "Write 'number' instead of 'citation'.")}");
                return null;
            }
            return new WithdrawCitation(context, claim, number ?? of[0].Number, words, decided);
        });
    }

    public DossierItem Retract(FieldReader fields)
    {
        var claim = ClaimOf(fields, "retract");
        var (reason, words) = (fields.RequiredChoice<RetractionReason>("reason"), fields.RequiredText("words"));
        var (notice, decided) = (fields.Text("notice"), fields.Text("decided"));
        return Item(claim, "retract", fields, (context, _, _) => new RetractClaim(context, claim, reason, words, notice, decided));
    }

    public DossierItem Reinstate(FieldReader fields)
    {
        var claim = ClaimOf(fields, "reinstate");
        var (words, decided) = (fields.RequiredText("words"), fields.Text("decided"));
        return Item(claim, "reinstate", fields, (context, _, _) => new ReinstateClaim(context, claim, words, decided));
    }

    public DossierItem Rank(FieldReader fields)
    {
        var claim = ClaimOf(fields, "rank");
        var rank = fields.RequiredChoice<Rank>("as");
        var (words, decided) = (fields.Text("words"), fields.Text("decided"));
        return Item(claim, "rank", fields, (context, _, _) => new RankClaim(context, claim, rank, words, decided));
    }

    public DossierItem Rate(FieldReader fields)
    {
        var claim = ClaimOf(fields, "rate");
        if (!fields.Has("credibility"))
            fields.Missing("credibility", " Write 1 (confirmed) to 6 (cannot be judged); for a source write 'reliability', A to F.");
        var credibility = fields.Number("credibility") ?? 6;
        fields.Find("reliability");
        var (words, decided) = (fields.Text("words"), fields.Text("decided"));
        return Item(claim, "rate", fields, (context, _, _) => new RateClaim(context, claim, credibility, words, decided));
    }

    private string ClaimOf(FieldReader fields, string verb) => index.Claim(fields.RequiredText(verb), fields.Find(verb)!.At);

    private ClaimDraft Patch(ClaimContent content, string claim, MapNode set, DossierErrors found)
    {
        var patched = ClaimFields.Patch(ClaimFields.Write(ArchiveId.RecordOf(claim), content), set);
        return ClaimFields.Read(content.Particulars.Kind, new FieldReader(patched, "The corrected claim", found), null, index, found);
    }

    /// <summary>The changed fields by themselves, to say what is wrong with them before the claim is known as it stands.</summary>
    private ClaimDraft? Alone(string claim, MapNode set)
    {
        if (!kinds.TryGetValue(claim, out var kind))
            return null;
        if (set["says"] is TextNode { Value: null } nothing)
            errors.Add(nothing.At, "A claim always says something: 'says' cannot be removed.");
        var stand = new[] { ("says", "-"), ("when", "2000-01-01") }.Where(field => set[field.Item1] is null or TextNode { Value: null })
            .Select(field => MapField.Of(field.Item1, field.Item2)!);
        var fields = new FieldReader(set with { Fields = [.. stand, .. set.Fields] }, ClaimReader.Named(kind), errors);
        var draft = ClaimFields.Read(kind, fields, null, index, errors);
        fields.Done();
        return draft;
    }

    private static DossierItem Item(string claim, string verb, FieldReader fields, Composition compose) =>
        new(StreamName.OfClaim(claim), verb, fields.Node, compose);
}
