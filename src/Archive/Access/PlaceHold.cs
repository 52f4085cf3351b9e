using Archive.Commands;
using Archive.Domain.Access;
using FluentValidation;
using MediatR;

namespace Archive.Access;

/// <summary>Places a hold: nothing under the record, claim, source or capture may be erased while it is in force.</summary>
/// <param name="Context">Who asks.</param>
/// <param name="Subject">The stream of the record, claim or source.</param>
/// <param name="LegalBasis">The law, order or contract.</param>
/// <param name="Words">Why.</param>
/// <param name="Capture">SHA-256 of the one capture, lower-case hex.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record PlaceHold(
    CommandContext Context, string Subject, string LegalBasis, string Words, string? Capture = null, string? Decided = null) : ICommand;

internal sealed class PlaceHoldValidator : AbstractValidator<PlaceHold>
{
    public PlaceHoldValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Subject).GovernedStream();
        this.CaptureOfSource(x => x.Subject, x => x.Capture);
        RuleFor(x => x.LegalBasis).Line();
        RuleFor(x => x.Words).Words();
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class PlaceHoldHandler(GovernanceCommands governed) : IRequestHandler<PlaceHold, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(PlaceHold command, CancellationToken cancellationToken) => governed.ExecuteAsync(
        command,
        command.Subject,
        state => GovernanceDecider.PlaceHold(state, command.Subject, command.Capture, command.LegalBasis, command.Words, command.Decided),
        cancellationToken);
}
