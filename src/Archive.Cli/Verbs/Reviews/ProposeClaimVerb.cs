using System.CommandLine;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Cli.Verbs.Claims;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Reviews;

namespace Archive.Cli.Verbs.Reviews;

internal sealed class ProposeClaimVerb : ProposeVerb
{
    private readonly Option<ClaimKind> _kind = WordOption.Required<ClaimKind>("--kind", "Its kind, which decides what else it has");
    private readonly Option<CitationDraft[]> _cite = CiteOption.Create("What it would rest on.", required: true);
    private readonly ClaimOptions _content = new();

    public ProposeClaimVerb() : base("claim", "Propose a claim that is not recorded yet.", "Id of the new claim: that of its record, a slash, and its own, such as visit-2023/c57.")
    {
        Add(_kind);
        _content.AddTo(this);
        Add(_cite);
        AddReviewOptions();
    }

    public override IReadOnlyList<string> Examples =>
        ["archive propose claim visit-2023/c58 --kind statement --says 'He thanks his hosts' --who xi-jinping --spoken 'ru:Спасибо' --cite wikipedia:mentions:words --for-editors 'This is missing'"];

    public override IReadOnlyList<string> Notes => [CitationSpec.Form, ReviewNote, ChangeNote];

    // The record's zone is read where a date says none of its own.
    protected override Freshness Freshness => Freshness.CaughtUp;

    protected override async Task<(ProposedChange Change, long? Seen)> ChangeAsync(Invocation run, IOpenedArchive archive)
    {
        var zone = await RecordZone.OfClaimAsync(archive, Claim(run.Parsed), run.Parsed, run.Cancellation);
        var draft = _content.Read(run.Parsed, run.Parsed.GetValue(_kind), before: null, cleared: [], zone);
        return (new ProposedClaim(draft, run.Parsed.GetRequiredValue(_cite).ToValueList()), null);
    }
}
