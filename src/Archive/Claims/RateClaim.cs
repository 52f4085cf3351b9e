using Archive.Commands;
using Archive.Domain.Claims;
using FluentValidation;
using MediatR;

namespace Archive.Claims;

/// <summary>Says how credible a claim is, by the number of the Admiralty code: 1 to 6, 6 where it cannot be judged.</summary>
public sealed record RateClaim(CommandContext Context, string Claim, int Credibility, string? Words = null, string? Decided = null) : ICommand;

internal sealed class RateClaimValidator : AbstractValidator<RateClaim>
{
    public RateClaimValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Claim).ClaimId();
        RuleFor(x => x.Credibility).InclusiveBetween(1, 6)
            .WithMessage("Credibility is 1 (confirmed) to 5 (improbable), or 6 (cannot be judged).");
        RuleFor(x => x.Words).Words(required: false);
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class RateClaimHandler(ClaimCommands claims) : IRequestHandler<RateClaim, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(RateClaim command, CancellationToken cancellationToken) => claims.ExecuteAsync(
        command,
        command.Claim,
        claim => ClaimDecider.Rate(claim, command.Claim, command.Credibility, command.Words, command.Decided),
        cancellationToken);
}
