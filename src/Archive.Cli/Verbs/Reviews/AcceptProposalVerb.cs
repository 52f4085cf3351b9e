using System.CommandLine;
using Archive.Cli.Input;
using Archive.Commands;
using Archive.Reviews;

namespace Archive.Cli.Verbs.Reviews;

internal sealed class AcceptProposalVerb : ProposalVerb
{
    private readonly Option<string?> _words = TextOption.OptionalWords();
    private readonly Option<string?> _decided = TextOption.Decided();

    public AcceptProposalVerb() : base("accept", "Accept a proposal of somebody else and make its change, together; or neither, where the claim moved since.")
    {
        Add(_words);
        Add(_decided);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples => ["archive proposal accept visit-2023/c17 1 --words 'Checked against the page of the agency'"];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string claim, int number) =>
        new AcceptProposal(context, claim, number, parsed.GetValue(_words), parsed.GetValue(_decided));
}
