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
    private readonly QuoteOptions _quote = new();

    public CiteSourceVerb() : base("cite", "Add a citation to a claim, whose content stays as it is.")
    {
        _citation.Validators.Add(result => CiteOption.Parse(result.Tokens.Select(token => token.Value), result.AddError));
        AddOptions(_citation, _words);
        _quote.AddTo(this);
    }

    public override IReadOnlyList<string> Examples =>
        ["archive claim cite visit-2023/c17 meduza-arrival", "archive claim cite visit-2023/c17 'wikipedia:contradicts:when=\"at 13:10\"' --words 'Another time'", "archive claim cite visit-2023/c17 tass-arrival --exact 'landed' --prefix 'the aircraft ' --suffix ' at Vnukovo'"];

    public override IReadOnlyList<string> Notes =>
    [
        CitationSpec.Form,
        "Where the archive holds a capture of the source with a text, the words must stand in it exactly, at one place. Otherwise they are transcribed unseen. docs/quotes.md has the rules.",
        ChangeNote,
    ];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string claim, string? decided)
    {
        if (!CitationSpec.TryParse(parsed.GetRequiredValue(_citation), out var citation, out var error))
            throw new UsageException(error);
        return new CiteSource(context, claim, _quote.Read(parsed, citation), parsed.GetValue(_words), decided);
    }
}
