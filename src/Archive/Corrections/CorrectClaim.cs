using Archive.Claims;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Claims;
using FluentValidation;
using MediatR;

namespace Archive.Corrections;

/// <summary>Gives a claim a new version: its full new content and citations, and why.</summary>
public sealed record CorrectClaim(
    CommandContext Context, string Claim, ClaimDraft Content, ValueList<CitationDraft> Citations, Correction Correction) : ICommand;

internal sealed class CorrectClaimValidator : AbstractValidator<CorrectClaim>
{
    public CorrectClaimValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Claim).ClaimId();
        RuleFor(x => x.Content).SetValidator(new ClaimDraftRules());
        RuleFor(x => x.Citations).Must(citations => citations.Count > 0).WithMessage("A claim needs at least one citation: name the source that it rests on.");
        RuleForEach(x => x.Citations).SetValidator(new CitationDraftRules());
        RuleFor(x => x.Correction.Reason).IsInEnum();
        RuleFor(x => x.Correction.Fault).IsInEnum();
        RuleFor(x => x.Correction.Words).Words();
        RuleFor(x => x.Correction.Notice).Words(required: false);
        RuleFor(x => x.Correction.Decided).EditorsDate();
    }
}

internal sealed class CorrectClaimHandler(ClaimCommands claims) : IRequestHandler<CorrectClaim, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(CorrectClaim command, CancellationToken cancellationToken) => claims.ExecuteAsync(
        command,
        command.Claim,
        ClaimCommands.StreamsOf(command.Claim, command.Content, command.Citations),
        command.Citations,
        (claim, known) => ClaimDecider.Correct(claim, command.Claim, command.Content, command.Citations, command.Correction, known),
        cancellationToken);
}
