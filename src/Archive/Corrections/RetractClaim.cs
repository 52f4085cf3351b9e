using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Claims;
using FluentValidation;
using MediatR;

namespace Archive.Corrections;

/// <summary>Withdraws a claim; it stays readable with its retraction.</summary>
public sealed record RetractClaim(
    CommandContext Context, string Claim, RetractionReason Reason, string Words, string? Notice = null, string? Decided = null) : ICommand;

internal sealed class RetractClaimValidator : AbstractValidator<RetractClaim>
{
    public RetractClaimValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Claim).ClaimId();
        RuleFor(x => x.Reason).IsInEnum();
        RuleFor(x => x.Words).Words();
        RuleFor(x => x.Notice).Words(required: false);
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class RetractClaimHandler(ClaimCommands claims) : IRequestHandler<RetractClaim, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(RetractClaim command, CancellationToken cancellationToken) => claims.ExecuteAsync(
        command,
        command.Claim,
        claim => ClaimDecider.Retract(claim, command.Claim, command.Reason, command.Words, command.Notice, command.Decided),
        cancellationToken);
}
