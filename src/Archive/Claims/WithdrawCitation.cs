using Archive.Commands;
using Archive.Domain.Claims;
using FluentValidation;
using MediatR;

namespace Archive.Claims;

/// <summary>Takes a citation back; a claim keeps at least one.</summary>
public sealed record WithdrawCitation(CommandContext Context, string Claim, int Number, string Words, string? Decided = null) : ICommand;

internal sealed class WithdrawCitationValidator : AbstractValidator<WithdrawCitation>
{
    public WithdrawCitationValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Claim).ClaimId();
        RuleFor(x => x.Number).GreaterThan(0).WithMessage("Citations are numbered from 1.");
        RuleFor(x => x.Words).Words();
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class WithdrawCitationHandler(ClaimCommands claims) : IRequestHandler<WithdrawCitation, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(WithdrawCitation command, CancellationToken cancellationToken) => claims.ExecuteAsync(
        command,
        command.Claim,
        claim => ClaimDecider.WithdrawCitation(claim, command.Claim, command.Number, command.Words, command.Decided),
        cancellationToken);
}
