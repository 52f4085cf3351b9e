using Archive.Commands;
using FluentValidation;

namespace Archive.Access;

/// <summary>
/// The shape of what a command about actors or keys carries beside its input: an administrator gives such commands as themselves. Their events name actors, so
/// that the metadata could not tell who acted for whom (<see cref="Ledger.LedgerEntry"/>).
/// </summary>
internal sealed class OwnContextRules : AbstractValidator<CommandContext>
{
    public OwnContextRules()
    {
        Include(new CommandContextRules());
        RuleFor(x => x.Through).Null().WithMessage("Actors and keys are changed in nobody else's name: act as yourself.");
    }
}
