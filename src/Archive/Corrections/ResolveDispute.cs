using Archive.Claims;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Claims;
using FluentValidation;
using MediatR;

namespace Archive.Corrections;

/// <summary>Ends a dispute.</summary>
/// <param name="Context">Who asks.</param>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Question">The question of the dispute, or its number.</param>
/// <param name="Outcome">How it ends.</param>
/// <param name="Version">Words or number of the version that holds; only with <see cref="DisputeOutcome.OneVersion"/>.</param>
/// <param name="Words">Why.</param>
/// <param name="Citations">What the decision rests on; may be empty.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record ResolveDispute(
    CommandContext Context,
    string Claim,
    string Question,
    DisputeOutcome Outcome,
    string? Version,
    string Words,
    ValueList<CitationDraft> Citations,
    string? Decided = null) : ICommand;

internal sealed class ResolveDisputeValidator : AbstractValidator<ResolveDispute>
{
    public ResolveDisputeValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Claim).ClaimId();
        RuleFor(x => x.Question).Line();
        RuleFor(x => x.Outcome).IsInEnum();
        RuleFor(x => x.Version).Words().When(x => x.Outcome == DisputeOutcome.OneVersion);
        RuleFor(x => x.Version).Null().When(x => x.Outcome != DisputeOutcome.OneVersion)
            .WithMessage("A version is named only where one version holds.");
        RuleFor(x => x.Words).Words();
        RuleForEach(x => x.Citations).SetValidator(new CitationDraftRules());
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class ResolveDisputeHandler(ClaimCommands claims) : IRequestHandler<ResolveDispute, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(ResolveDispute command, CancellationToken cancellationToken) => claims.ExecuteAsync(
        command,
        command.Claim,
        ClaimCommands.StreamsOf(command.Citations),
        command.Citations,
        (claim, known) => DisputeDecider.Resolve(
            claim, command.Claim, command.Question, command.Outcome, command.Version, command.Words, command.Citations, command.Decided, known),
        cancellationToken);
}
