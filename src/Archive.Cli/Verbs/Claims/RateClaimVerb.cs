using System.CommandLine;
using Archive.Claims;
using Archive.Cli.Input;
using Archive.Commands;

namespace Archive.Cli.Verbs.Claims;

internal sealed class RateClaimVerb : StatedClaimChangeVerb
{
    private readonly Argument<int> _credibility = new("CREDIBILITY")
    {
        Description = "Admiralty code: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.",
    };

    private readonly Option<string?> _words = TextOption.OptionalWords();

    public RateClaimVerb() : base("rate", "Say how credible a claim is.") => AddOptions(_credibility, _words);

    public override IReadOnlyList<string> Examples => ["archive claim rate visit-2023/c17 2 --words 'Two independent agencies agree'"];

    public override IReadOnlyList<string> Notes => ["6 means that it cannot be judged; it is not the worst.", ChangeNote];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string claim, string? decided) =>
        new RateClaim(context, claim, parsed.GetValue(_credibility), parsed.GetValue(_words), decided);
}
