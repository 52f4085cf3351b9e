using System.CommandLine;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Domain.Reviews;
using Archive.Reviews;
using Archive.Snapshots;
using MediatR;

namespace Archive.Cli.Verbs.Reviews;

internal sealed class ListProposalsVerb : QueryVerb<ProposalList>
{
    private readonly Option<ProposalState?> _state = WordOption.Of<ProposalState>("--state", "In this state, open where nothing is said");
    private readonly Option<bool> _all = new("--all") { Description = "In any state." };
    private readonly Option<string?> _record = TextOption.Of("--record", "RECORD", "On claims of this record.");
    private readonly Option<string?> _claim = TextOption.Of("--claim", "CLAIM", "On this claim.");
    private readonly Option<string?> _submitter = TextOption.Of("--submitter", "ID", "Submitted by this actor.");
    private readonly Option<AsOf?> _asOf = AsOfOption.Create("--as-of", "As of this entry or time of the archive's own history.");
    private readonly PageOptions _page = new();

    public ListProposalsVerb() : base("list", "List what waits to be decided, oldest first.")
    {
        Add(_state);
        Add(_all);
        Add(_record);
        Add(_claim);
        Add(_submitter);
        Add(_asOf);
        _page.AddTo(this);
        Validators.Add(result =>
        {
            if (result.GetValue(_all) && result.GetResult(_state) is not null)
                result.AddError("--all and --state exclude each other.");
        });
    }

    public override IReadOnlyList<string> Examples =>
        ["archive proposal list", "archive proposal list --record visit-2023 --state rejected", "archive proposal list --submitter reader-4 --all --json"];

    public override IReadOnlyList<string> Notes => ["Editors, auditors and administrators see all proposals, contributors their own.", AsOfNote];

    protected override IRequest<Outcome<ProposalList>> Question(ParseResult parsed) => new ListProposals(
        parsed.GetValue(_asOf) ?? AsOf.Latest,
        new ProposalFilter(
            parsed.GetValue(_all) ? null : parsed.GetValue(_state) ?? ProposalState.Open, parsed.GetValue(_record), parsed.GetValue(_claim), parsed.GetValue(_submitter)),
        _page.Read(parsed));

    protected override void Show(IDisplay display, ProposalList answer) => ProposalListSheet.Show(display, answer);
}
