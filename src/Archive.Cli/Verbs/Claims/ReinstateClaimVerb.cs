using System.CommandLine;
using Archive.Cli.Input;
using Archive.Commands;
using Archive.Corrections;

namespace Archive.Cli.Verbs.Claims;

internal sealed class ReinstateClaimVerb : StatedClaimChangeVerb
{
    private readonly Option<string> _words = TextOption.Words();

    public ReinstateClaimVerb() : base("reinstate", "Take the retraction of a claim back.") => AddOptions(_words);

    public override IReadOnlyList<string> Examples => ["archive claim reinstate visit-2023/c31 --words 'The story was confirmed after all'"];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string claim, string? decided) =>
        new ReinstateClaim(context, claim, parsed.GetRequiredValue(_words), decided);
}
