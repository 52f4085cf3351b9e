using System.CommandLine;
using Archive.Cli.Input;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain.Claims;

namespace Archive.Cli.Verbs.Claims;

internal sealed class RetractClaimVerb : StatedClaimChangeVerb
{
    private readonly Option<RetractionReason> _reason = WordOption.Required<RetractionReason>("--reason", "Why");
    private readonly Option<string> _words = TextOption.Words();
    private readonly Option<string?> _notice = TextOption.Notice();

    public RetractClaimVerb() : base("retract", "Withdraw a claim; it stays readable with its retraction.") => AddOptions(_reason, _words, _notice);

    public override IReadOnlyList<string> Examples => ["archive claim retract visit-2023/c31 --reason fabricated --words 'The agency withdrew the story'"];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string claim, string? decided) => new RetractClaim(
        context, claim, parsed.GetValue(_reason), parsed.GetRequiredValue(_words), parsed.GetValue(_notice), decided);
}
