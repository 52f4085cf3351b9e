using System.CommandLine;
using Archive.Claims;
using Archive.Cli.Input;
using Archive.Commands;

namespace Archive.Cli.Verbs.Claims;

internal sealed class WithdrawCitationVerb : StatedClaimChangeVerb
{
    private readonly Argument<int> _number = new("NUMBER") { Description = "Number of the citation, as `archive claim` shows it." };
    private readonly Option<string> _words = TextOption.Words();

    public WithdrawCitationVerb() : base("withdraw-citation", "Take a citation of a claim back; a claim keeps at least one.") => AddOptions(_number, _words);

    public override IReadOnlyList<string> Examples => ["archive claim withdraw-citation visit-2023/c17 2 --words 'The page is about another visit'"];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string claim, string? decided) =>
        new WithdrawCitation(context, claim, parsed.GetValue(_number), parsed.GetRequiredValue(_words), decided);
}
