using Archive.Domain;
using Archive.Domain.Sources;
using Archive.Sources;

namespace Archive.Dossiers;

/// <summary>Reads changes to how reliable a source is and whom it repeats.</summary>
internal sealed class SourceChanges(DossierIndex index, DossierErrors errors)
{
    public DossierItem Rate(FieldReader fields)
    {
        var source = SourceOf(fields, "rate");
        var reliability = fields.RequiredChoice<Reliability>("reliability");
        var (words, decided) = (fields.Text("words"), fields.Text("decided"));
        return Item(source, "rate", fields, (context, _, _) => new RateSource(context, source, reliability, words, decided));
    }

    public DossierItem? Origin(FieldReader fields)
    {
        var source = SourceOf(fields, "origin");
        if (!fields.Has("repeats"))
            fields.Missing("repeats", " Write the id of the source that spoke first, or {source: id, likely: true}.");
        var origin = SourceFields.ReadOrigin(fields, "repeats", index, errors);
        var (words, decided) = (fields.Text("words"), fields.Text("decided"));
        return origin is null ? null : Item(source, "origin", fields, (context, _, _) => new EstablishOrigin(context, source, origin, words, decided));
    }

    public DossierItem WithdrawOrigin(FieldReader fields)
    {
        var source = SourceOf(fields, "withdraw-origin");
        var (words, decided) = (fields.RequiredText("words"), fields.Text("decided"));
        return Item(source, "withdraw-origin", fields, (context, _, _) => new WithdrawOrigin(context, source, words, decided));
    }

    private string SourceOf(FieldReader fields, string verb) => index.Source(fields.RequiredText(verb), fields.Find(verb)!.At);

    private static DossierItem Item(string source, string verb, FieldReader fields, Composition compose) =>
        new(StreamName.OfSource(source), verb, fields.Node, compose);
}
