using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;
using FluentValidation;
using MediatR;

namespace Archive.Access;

/// <summary>Says what an actor may do from now on.</summary>
public sealed record SetActorRole(CommandContext Context, string Actor, Role Role, string Words) : ICommand;

internal sealed class SetActorRoleValidator : AbstractValidator<SetActorRole>
{
    public SetActorRoleValidator()
    {
        RuleFor(x => x.Context).SetValidator(new OwnContextRules());
        RuleFor(x => x.Actor).RequiredId();
        RuleFor(x => x.Role).IsInEnum();
        RuleFor(x => x.Words).Words();
    }
}

internal sealed class SetActorRoleHandler(StreamCommands streams) : IRequestHandler<SetActorRole, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(SetActorRole command, CancellationToken cancellationToken) =>
        streams.ExecuteAsync<Actor, IActorEvent>(
            command,
            StreamName.OfActor(command.Actor),
            Actor.Evolve,
            actor => ActorDecider.SetRole(actor, command.Actor, command.Role, command.Context.Actor, command.Words),
            cancellationToken);
}
