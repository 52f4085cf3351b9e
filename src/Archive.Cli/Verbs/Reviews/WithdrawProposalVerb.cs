using System.CommandLine;
using Archive.Cli.Input;
using Archive.Commands;
using Archive.Reviews;

namespace Archive.Cli.Verbs.Reviews;

internal sealed class WithdrawProposalVerb : ProposalVerb
{
    private readonly Option<string?> _words = TextOption.OptionalWords();

    public WithdrawProposalVerb() : base("withdraw", "Take back a proposal that you submitted yourself.")
    {
        Add(_words);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples => ["archive proposal withdraw visit-2023/c17 3 --words 'I misread the page'"];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string claim, int number) =>
        new WithdrawProposal(context, claim, number, parsed.GetValue(_words));
}
