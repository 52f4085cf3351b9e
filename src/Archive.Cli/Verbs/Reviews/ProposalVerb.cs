using System.CommandLine;
using Archive.Cli.Opening;
using Archive.Commands;

namespace Archive.Cli.Verbs.Reviews;

/// <summary>What is done with one proposal.</summary>
internal abstract class ProposalVerb : ChangeVerb
{
    private readonly ProposalArguments _proposal = new();

    protected ProposalVerb(string name, string description) : base(name, description) => _proposal.AddTo(this);

    protected sealed override Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context) =>
        Task.FromResult<ICommand?>(Change(run.Parsed, context, _proposal.Claim(run.Parsed), _proposal.Number(run.Parsed)));

    protected abstract ICommand Change(ParseResult parsed, CommandContext context, string claim, int number);
}
