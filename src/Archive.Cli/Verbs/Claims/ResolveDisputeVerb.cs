using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Cli.Verbs.Claims;

internal sealed class ResolveDisputeVerb : StatedClaimChangeVerb
{
    private readonly Option<string> _question = TextOption.Required("--question", "TEXT|NUMBER", "The question of the dispute, or its number.");
    private readonly Option<DisputeOutcome> _outcome = WordOption.Required<DisputeOutcome>("--outcome", "How it ends");
    private readonly Option<string?> _version = TextOption.Of("--version", "TEXT|NUMBER", "The version that holds, by its words or number; only with --outcome one-version.");
    private readonly Option<string> _words = TextOption.Words();
    private readonly Option<CitationDraft[]> _cite = CiteOption.Create("What the decision rests on.");

    public ResolveDisputeVerb() : base("resolve", "End a dispute on a claim.") => AddOptions(_question, _outcome, _version, _words, _cite);

    public override IReadOnlyList<string> Examples =>
        ["archive claim resolve visit-2023/c17 --question 1 --outcome one-version --version 2 --words 'The later report corrects the first' --cite tass-arrival"];

    public override IReadOnlyList<string> Notes => [CitationSpec.Form, ChangeNote];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string claim, string? decided)
    {
        var outcome = parsed.GetValue(_outcome);
        var version = parsed.GetValue(_version);
        if (outcome == DisputeOutcome.OneVersion != version is not null)
            throw new UsageException("--version names the version that holds: give it with --outcome one-version, and only then.");
        return new ResolveDispute(
            context,
            claim,
            parsed.GetRequiredValue(_question),
            outcome,
            version,
            parsed.GetRequiredValue(_words),
            (parsed.GetValue(_cite) ?? []).ToValueList(),
            decided);
    }
}
