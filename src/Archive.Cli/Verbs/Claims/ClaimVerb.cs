using System.CommandLine;
using Archive.Claims;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using MediatR;

namespace Archive.Cli.Verbs.Claims;

/// <summary>Shows a claim, and is the word that the changes of claims stand under.</summary>
internal sealed class ClaimVerb : QueryVerb<ClaimSnapshot>
{
    private readonly SubjectArgument _claim = new("CLAIM", "Id of the claim, such as visit-2023/c17.", optional: true);

    public ClaimVerb() : base("claim", "Show one claim in full; or change claims, with the verbs below.")
    {
        _claim.AddTo(this);
        Add(new AddClaimVerb());
        Add(new CorrectClaimVerb());
        Add(new EditClaimVerb());
        Add(new CiteSourceVerb());
        Add(new WithdrawCitationVerb());
        Add(new DisputeClaimVerb());
        Add(new ResolveDisputeVerb());
        Add(new ReopenDisputeVerb());
        Add(new RetractClaimVerb());
        Add(new ReinstateClaimVerb());
        Add(new RankClaimVerb());
        Add(new RateClaimVerb());
    }

    public override IReadOnlyList<string> Examples =>
        ["archive claim visit-2023/c17", "archive claim visit-2023/c17@57", "archive claim correct visit-2023/c17 --when 2023-03-20 --reason wrong-time --fault source --words 'The landing was on the 20th'"];

    public override IReadOnlyList<string> Notes => [AsOfNote];

    protected override IRequest<Outcome<ClaimSnapshot>> Question(ParseResult parsed) => new GetClaim(
        _claim.FindId(parsed) ?? throw new UsageException("Say which claim: archive claim visit-2023/c17. To change one, see archive claim --help."),
        _claim.AsOf(parsed));

    protected override string? Asked(ParseResult parsed) => _claim.FindId(parsed);

    protected override void Show(IDisplay display, ClaimSnapshot answer) => ClaimSheet.Show(display, answer);
}
