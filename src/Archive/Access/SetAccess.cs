using Archive.Commands;
using Archive.Domain.Access;
using FluentValidation;
using MediatR;

namespace Archive.Access;

/// <summary>Says who may see a record, a claim, a source or one of its captures from now on, in every state of it.</summary>
/// <param name="Context">Who asks.</param>
/// <param name="Subject">The stream of the record, claim or source.</param>
/// <param name="Access">Who may see it.</param>
/// <param name="Words">Why.</param>
/// <param name="Capture">SHA-256 of the one capture, lower-case hex.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record SetAccess(
    CommandContext Context, string Subject, AccessRule Access, string Words, string? Capture = null, string? Decided = null) : ICommand;

internal sealed class SetAccessValidator : AbstractValidator<SetAccess>
{
    public SetAccessValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Subject).GovernedStream();
        this.CaptureOfSource(x => x.Subject, x => x.Capture);
        RuleFor(x => x.Access).NotNull().SetValidator(new AccessRuleRules());
        RuleFor(x => x.Words).Words();
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class SetAccessHandler(GovernanceCommands governed) : IRequestHandler<SetAccess, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(SetAccess command, CancellationToken cancellationToken) => governed.ExecuteAsync(
        command,
        command.Subject,
        state => GovernanceDecider.SetAccess(state, command.Subject, command.Capture, command.Access, command.Words, command.Decided),
        cancellationToken);
}
