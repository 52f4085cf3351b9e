using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Claims;
using FluentValidation;
using MediatR;

namespace Archive.Corrections;

/// <summary>Takes the withdrawal of a claim back.</summary>
public sealed record ReinstateClaim(CommandContext Context, string Claim, string Words, string? Decided = null) : ICommand;

internal sealed class ReinstateClaimValidator : AbstractValidator<ReinstateClaim>
{
    public ReinstateClaimValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Claim).ClaimId();
        RuleFor(x => x.Words).Words();
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class ReinstateClaimHandler(ClaimCommands claims) : IRequestHandler<ReinstateClaim, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(ReinstateClaim command, CancellationToken cancellationToken) => claims.ExecuteAsync(
        command,
        command.Claim,
        claim => ClaimDecider.Reinstate(claim, command.Claim, command.Words, command.Decided),
        cancellationToken);
}
