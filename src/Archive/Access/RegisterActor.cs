using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;
using FluentValidation;
using MediatR;

namespace Archive.Access;

/// <summary>Says who an opaque id stands for, and what they may do.</summary>
/// <param name="Context">Who asks.</param>
/// <param name="Actor">Opaque id of the actor.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Name">Their name.</param>
/// <param name="Words">What is to be known of it.</param>
/// <param name="Sensitive">Whether the name is kept by reference, so that it can be erased; absent for no.</param>
public sealed record RegisterActor(CommandContext Context, string Actor, ActorKind Kind, Role Role, string Name, string? Words = null, bool? Sensitive = null) : ICommand;

internal sealed class RegisterActorValidator : AbstractValidator<RegisterActor>
{
    public RegisterActorValidator()
    {
        RuleFor(x => x.Context).SetValidator(new OwnContextRules());
        RuleFor(x => x.Actor).RequiredId();
        RuleFor(x => x.Kind).IsInEnum();
        RuleFor(x => x.Role).IsInEnum();
        RuleFor(x => x.Name).Line();
        RuleFor(x => x.Words).Words(required: false);
    }
}

internal sealed class RegisterActorHandler(StreamCommands streams) : IRequestHandler<RegisterActor, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(RegisterActor command, CancellationToken cancellationToken) =>
        streams.ExecuteAsync<Actor, IActorEvent>(
            command,
            StreamName.OfActor(command.Actor),
            Actor.Evolve,
            actor => ActorDecider.Register(actor, command.Actor, command.Kind, command.Role, command.Name, command.Words, command.Sensitive == true),
            cancellationToken);
}
