using System.CommandLine;
using Archive.Cli.Input;
using Archive.Commands;
using Archive.Corrections;

namespace Archive.Cli.Verbs.Claims;

internal sealed class ReopenDisputeVerb : StatedClaimChangeVerb
{
    private readonly Option<string> _question = TextOption.Required("--question", "TEXT|NUMBER", "The question of the dispute, or its number.");
    private readonly Option<string> _words = TextOption.Words();

    public ReopenDisputeVerb() : base("reopen", "Open a dispute again that had ended.") => AddOptions(_question, _words);

    public override IReadOnlyList<string> Examples => ["archive claim reopen visit-2023/c17 --question 1 --words 'A third report has come up'"];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string claim, string? decided) =>
        new ReopenDispute(context, claim, parsed.GetRequiredValue(_question), parsed.GetRequiredValue(_words), decided);
}
