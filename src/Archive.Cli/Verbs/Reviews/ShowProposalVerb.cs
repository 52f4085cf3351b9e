using System.CommandLine;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Reviews;
using Archive.Snapshots;
using MediatR;

namespace Archive.Cli.Verbs.Reviews;

internal sealed class ShowProposalVerb : QueryVerb<ProposalSnapshot>
{
    private readonly ProposalArguments _proposal = new();
    private readonly Option<AsOf?> _asOf = AsOfOption.Create("--as-of", "As of this entry or time of the archive's own history.");

    public ShowProposalVerb() : base("show", "Show a proposal: what it would change field by field, who submitted it and why, and whether it can still be accepted.")
    {
        _proposal.AddTo(this);
        Add(_asOf);
    }

    public override IReadOnlyList<string> Examples => ["archive proposal show visit-2023/c17 1", "archive proposal show visit-2023/c17 1 --as-of 57 --json"];

    public override IReadOnlyList<string> Notes => [AsOfNote];

    protected override IRequest<Outcome<ProposalSnapshot>> Question(ParseResult parsed) =>
        new GetProposal(_proposal.Claim(parsed), _proposal.Number(parsed), parsed.GetValue(_asOf) ?? AsOf.Latest);

    protected override string? Asked(ParseResult parsed) => _proposal.Claim(parsed);

    protected override void Show(IDisplay display, ProposalSnapshot answer) => ProposalSheet.Show(display, answer);
}
