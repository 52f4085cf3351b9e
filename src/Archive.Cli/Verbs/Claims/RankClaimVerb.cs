using System.CommandLine;
using Archive.Claims;
using Archive.Cli.Input;
using Archive.Commands;
using Archive.Domain.Claims;

namespace Archive.Cli.Verbs.Claims;

internal sealed class RankClaimVerb : StatedClaimChangeVerb
{
    private readonly Argument<Rank> _rank = WordOption.Argument<Rank>("RANK", "Its standing among claims that answer the same question");
    private readonly Option<string?> _words = TextOption.OptionalWords();

    public RankClaimVerb() : base("rank", "Give a claim its rank among the claims that answer the same question.") => AddOptions(_rank, _words);

    public override IReadOnlyList<string> Examples => ["archive claim rank visit-2023/c17 preferred --words 'The only eyewitness report'"];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string claim, string? decided) =>
        new RankClaim(context, claim, parsed.GetValue(_rank), parsed.GetValue(_words), decided);
}
