using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Authorities;
using FluentValidation;
using MediatR;

namespace Archive.Authorities;

/// <summary>Says that two authorities are one; this one is found under the other from now on.</summary>
public sealed record MergeAuthority(CommandContext Context, string Authority, string Into, string Words, string? Decided = null) : ICommand;

internal sealed class MergeAuthorityValidator : AbstractValidator<MergeAuthority>
{
    public MergeAuthorityValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Authority).RequiredId();
        RuleFor(x => x.Into).RequiredId();
        RuleFor(x => x.Words).Words();
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class MergeAuthorityHandler(StreamCommands streams, StreamStates states) : IRequestHandler<MergeAuthority, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(MergeAuthority command, CancellationToken cancellationToken) =>
        streams.ExecuteAsync<Authority, IAuthorityEvent>(
            command,
            StreamName.OfAuthority(command.Authority),
            Authority.Evolve,
            async authority => AuthorityDecider.Merge(
                authority,
                command.Authority,
                await states.FindAsync<Authority, IAuthorityEvent>(StreamName.OfAuthority(command.Into), Authority.Evolve, cancellationToken),
                command.Into,
                command.Words,
                command.Decided),
            cancellationToken);
}
