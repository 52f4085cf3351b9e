using System.CommandLine;
using Archive.Cli.Opening;
using Archive.Commands;

namespace Archive.Cli.Verbs.Claims;

/// <summary>A change of one claim that its options state in full: nothing has to be read first.</summary>
internal abstract class StatedClaimChangeVerb(string name, string description) : ClaimChangeVerb(name, description)
{
    protected sealed override Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context) =>
        Task.FromResult<ICommand?>(Change(run.Parsed, context, Claim(run.Parsed), Decided(run.Parsed)));

    protected abstract ICommand Change(ParseResult parsed, CommandContext context, string claim, string? decided);
}
