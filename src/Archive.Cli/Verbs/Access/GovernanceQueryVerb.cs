using System.CommandLine;
using Archive.Access;
using Archive.Cli.Input;
using Archive.Snapshots;
using MediatR;

namespace Archive.Cli.Verbs.Access;

/// <summary>A question about access and holds.</summary>
internal abstract class GovernanceQueryVerb : QueryVerb<GovernanceSheet>
{
    private readonly GovernedArgument _subject = new();
    private readonly Option<AsOf?> _asOf = AsOfOption.Create("--as-of", "As decided up to this entry (57) or time with its zone (2026-11-24T09:30:00Z).");

    protected GovernanceQueryVerb(string name, string description) : base(name, description)
    {
        _subject.AddTo(this);
        Add(_asOf);
    }

    public override IReadOnlyList<string> Notes => [GovernedArgument.Form];

    protected override IRequest<Outcome<GovernanceSheet>> Question(ParseResult parsed) =>
        new GetGovernance(_subject.Stream(parsed), parsed.GetValue(_asOf) ?? AsOf.Latest);
}
