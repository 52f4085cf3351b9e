using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Domain.Reviews;

namespace Archive.Cli.Verbs.Reviews;

internal sealed class ProposeCitationVerb : ProposeVerb
{
    private readonly Argument<string> _citation = new("CITATION") { Description = "The citation: SOURCE[:STANCE][:PART][:EXTENT][@CONSULTED][=PHRASE]." };
    private readonly Option<string?> _words = TextOption.OptionalWords();

    public ProposeCitationVerb() : base("cite", "Propose a citation more for a claim, whose content would stay as it is.")
    {
        _citation.Validators.Add(result => CiteOption.Parse(result.Tokens.Select(token => token.Value), result.AddError));
        Add(_citation);
        Add(_words);
        AddReviewOptions();
    }

    public override IReadOnlyList<string> Examples => ["archive propose cite visit-2023/c17 'meduza-arrival:contradicts:when=\"at 13:10\"' --words 'Another time'"];

    public override IReadOnlyList<string> Notes => [CitationSpec.Form, ReviewNote, ChangeNote];

    protected override Task<(ProposedChange Change, long? Seen)> ChangeAsync(Invocation run, IOpenedArchive archive) =>
        CitationSpec.TryParse(run.Parsed.GetRequiredValue(_citation), out var citation, out var error)
            ? Task.FromResult<(ProposedChange, long?)>((new ProposedCitation(citation, run.Parsed.GetValue(_words)), null))
            : throw new UsageException(error);
}
