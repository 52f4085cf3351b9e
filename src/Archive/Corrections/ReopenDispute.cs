using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Claims;
using FluentValidation;
using MediatR;

namespace Archive.Corrections;

/// <summary>Opens a dispute again that had ended.</summary>
/// <param name="Context">Who asks.</param>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Question">The question of the dispute, or its number.</param>
/// <param name="Words">Why.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record ReopenDispute(CommandContext Context, string Claim, string Question, string Words, string? Decided = null) : ICommand;

internal sealed class ReopenDisputeValidator : AbstractValidator<ReopenDispute>
{
    public ReopenDisputeValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Claim).ClaimId();
        RuleFor(x => x.Question).Line();
        RuleFor(x => x.Words).Words();
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class ReopenDisputeHandler(ClaimCommands claims) : IRequestHandler<ReopenDispute, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(ReopenDispute command, CancellationToken cancellationToken) => claims.ExecuteAsync(
        command,
        command.Claim,
        claim => DisputeDecider.Reopen(claim, command.Claim, command.Question, command.Words, command.Decided),
        cancellationToken);
}
