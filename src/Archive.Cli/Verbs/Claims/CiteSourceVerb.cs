using System.CommandLine;
using Archive.Claims;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Commands;

namespace Archive.Cli.Verbs.Claims;

internal sealed class CiteSourceVerb : StatedClaimChangeVerb
{
    private readonly Argument<string> _citation = new("CITATION") { Description = "The citation: SOURCE[:STANCE][:PART][:EXTENT][@CONSULTED][=PHRASE]." };
    private readonly Option<string?> _words = TextOption.OptionalWords();

    public CiteSourceVerb() : base("cite", "Add a citation to a claim, whose content stays as it is.")
    {
        _citation.Validators.Add(result => CiteOption.Parse(result.Tokens.Select(token => token.Value), result.AddError));
        AddOptions(_citation, _words);
    }

    public override IReadOnlyList<string> Examples =>
        ["archive claim cite visit-2023/c17 meduza-arrival", "archive claim cite visit-2023/c17 'wikipedia:contradicts:when=\"at 13:10\"' --words 'Another time'"];

    public override IReadOnlyList<string> Notes => [CitationSpec.Form, ChangeNote];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string claim, string? decided)
    {
        if (!CitationSpec.TryParse(parsed.GetRequiredValue(_citation), out var citation, out var error))
            throw new UsageException(error);
        return new CiteSource(context, claim, citation, parsed.GetValue(_words), decided);
    }
}
