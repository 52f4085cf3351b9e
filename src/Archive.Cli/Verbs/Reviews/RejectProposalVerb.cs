using System.CommandLine;
using Archive.Cli.Input;
using Archive.Commands;
using Archive.Reviews;

namespace Archive.Cli.Verbs.Reviews;

internal sealed class RejectProposalVerb : ProposalVerb
{
    private readonly Option<string> _words = TextOption.Words();

    public RejectProposalVerb() : base("reject", "Reject a proposal of somebody else, with a reason.")
    {
        Add(_words);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples => ["archive proposal reject visit-2023/c17 2 --words 'The source does not say so'"];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string claim, int number) =>
        new RejectProposal(context, claim, number, parsed.GetRequiredValue(_words));
}
