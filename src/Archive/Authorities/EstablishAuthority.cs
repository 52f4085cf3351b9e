using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Authorities;
using FluentValidation;
using MediatR;

namespace Archive.Authorities;

/// <summary>Establishes who or what is meant by an id.</summary>
public sealed record EstablishAuthority(
    CommandContext Context, string Authority, AuthorityKind Kind, AuthorityDescription Description, string? Decided = null) : ICommand;

internal sealed class EstablishAuthorityValidator : AbstractValidator<EstablishAuthority>
{
    public EstablishAuthorityValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Authority).RequiredId();
        RuleFor(x => x.Kind).IsInEnum();
        RuleFor(x => x.Description).SetValidator(new AuthorityDescriptionRules());
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class EstablishAuthorityHandler(StreamCommands streams) : IRequestHandler<EstablishAuthority, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(EstablishAuthority command, CancellationToken cancellationToken) =>
        streams.ExecuteAsync<Authority, IAuthorityEvent>(
            command,
            StreamName.OfAuthority(command.Authority),
            Authority.Evolve,
            authority => AuthorityDecider.Establish(authority, command.Authority, command.Kind, command.Description, command.Decided),
            cancellationToken);
}
