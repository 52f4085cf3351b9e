using Archive.Commands;
using Archive.Domain.Access;
using FluentValidation;
using MediatR;

namespace Archive.Access;

/// <summary>Lifts a hold. What it was on may be erased from then on, unless another hold stands.</summary>
/// <param name="Context">Who asks.</param>
/// <param name="Subject">The stream of the record, claim or source.</param>
/// <param name="Number">Of the hold.</param>
/// <param name="Words">Why.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record LiftHold(CommandContext Context, string Subject, int Number, string Words, string? Decided = null) : ICommand;

internal sealed class LiftHoldValidator : AbstractValidator<LiftHold>
{
    public LiftHoldValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Subject).GovernedStream();
        RuleFor(x => x.Number).GreaterThanOrEqualTo(1).WithMessage("Holds are numbered from 1.");
        RuleFor(x => x.Words).Words();
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class LiftHoldHandler(GovernanceCommands governed) : IRequestHandler<LiftHold, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(LiftHold command, CancellationToken cancellationToken) => governed.ExecuteAsync(
        command,
        command.Subject,
        state => GovernanceDecider.LiftHold(state, command.Subject, command.Number, command.Words, command.Decided),
        cancellationToken);
}
