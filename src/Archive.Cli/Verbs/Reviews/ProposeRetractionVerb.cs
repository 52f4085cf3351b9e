using System.CommandLine;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Domain.Claims;
using Archive.Domain.Reviews;

namespace Archive.Cli.Verbs.Reviews;

internal sealed class ProposeRetractionVerb : ProposeVerb
{
    private readonly Option<RetractionReason> _reason = WordOption.Required<RetractionReason>("--reason", "Why");
    private readonly Option<string> _words = TextOption.Words();
    private readonly Option<string?> _notice = TextOption.Notice();

    public ProposeRetractionVerb() : base("retract", "Propose that a claim is withdrawn.")
    {
        Add(_reason);
        Add(_words);
        Add(_notice);
        AddReviewOptions();
    }

    public override IReadOnlyList<string> Examples => ["archive propose retract visit-2023/c31 --reason withdrawn-by-source --words 'The agency withdrew the story'"];

    protected override Task<(ProposedChange Change, long? Seen)> ChangeAsync(Invocation run, IOpenedArchive archive) => Task.FromResult<(ProposedChange, long?)>(
        (new ProposedRetraction(run.Parsed.GetValue(_reason), run.Parsed.GetRequiredValue(_words), run.Parsed.GetValue(_notice)), null));
}
