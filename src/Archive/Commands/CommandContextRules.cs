using FluentValidation;

namespace Archive.Commands;

/// <summary>The shape of what every command carries beside its input.</summary>
internal sealed class CommandContextRules : AbstractValidator<CommandContext>
{
    public CommandContextRules()
    {
        RuleFor(x => x.CommandId).NotEmpty().WithMessage("The command id is missing: give a UUID, the same again when the command is repeated.");
        RuleFor(x => x.Actor).RequiredId();
        RuleFor(x => x.Through).Id();
        RuleFor(x => x.ExpectedRevision).GreaterThanOrEqualTo(0).WithMessage("A revision counts from 0.");
    }
}
