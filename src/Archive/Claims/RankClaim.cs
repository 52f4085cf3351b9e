using Archive.Commands;
using Archive.Domain.Claims;
using FluentValidation;
using MediatR;

namespace Archive.Claims;

/// <summary>Gives a claim its rank among the claims that answer the same question.</summary>
public sealed record RankClaim(CommandContext Context, string Claim, Rank Rank, string? Words = null, string? Decided = null) : ICommand;

internal sealed class RankClaimValidator : AbstractValidator<RankClaim>
{
    public RankClaimValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Claim).ClaimId();
        RuleFor(x => x.Rank).IsInEnum();
        RuleFor(x => x.Words).Words(required: false);
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class RankClaimHandler(ClaimCommands claims) : IRequestHandler<RankClaim, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(RankClaim command, CancellationToken cancellationToken) => claims.ExecuteAsync(
        command,
        command.Claim,
        claim => ClaimDecider.SetRank(claim, command.Claim, command.Rank, command.Words, command.Decided),
        cancellationToken);
}
