using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Authorities;
using FluentValidation;
using MediatR;

namespace Archive.Authorities;

/// <summary>Replaces the description of an authority by a better one.</summary>
public sealed record DescribeAuthority(
    CommandContext Context, string Authority, AuthorityDescription Description, string Words, string? Decided = null) : ICommand;

internal sealed class DescribeAuthorityValidator : AbstractValidator<DescribeAuthority>
{
    public DescribeAuthorityValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Authority).RequiredId();
        RuleFor(x => x.Description).SetValidator(new AuthorityDescriptionRules());
        RuleFor(x => x.Words).Words();
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class DescribeAuthorityHandler(StreamCommands streams) : IRequestHandler<DescribeAuthority, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(DescribeAuthority command, CancellationToken cancellationToken) =>
        streams.ExecuteAsync<Authority, IAuthorityEvent>(
            command,
            StreamName.OfAuthority(command.Authority),
            Authority.Evolve,
            authority => AuthorityDecider.Describe(authority, command.Authority, command.Description, command.Words, command.Decided),
            cancellationToken);
}
