using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Claims;
using FluentValidation;
using MediatR;

namespace Archive.Claims;

/// <summary>Records a claim in its first version.</summary>
public sealed record RecordClaim(
    CommandContext Context, string Claim, ClaimDraft Content, ValueList<CitationDraft> Citations, string? Decided = null) : ICommand;

internal sealed class RecordClaimValidator : AbstractValidator<RecordClaim>
{
    public RecordClaimValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Claim).ClaimId();
        RuleFor(x => x.Content).SetValidator(new ClaimDraftRules());
        RuleFor(x => x.Citations).Must(citations => citations.Count > 0).WithMessage("A claim needs at least one citation: name the source that it rests on.");
        RuleForEach(x => x.Citations).SetValidator(new CitationDraftRules());
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class RecordClaimHandler(ClaimCommands claims) : IRequestHandler<RecordClaim, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(RecordClaim command, CancellationToken cancellationToken) => claims.ExecuteAsync(
        command,
        command.Claim,
        ClaimCommands.StreamsOf(command.Claim, command.Content, command.Citations),
        command.Citations,
        (claim, known) => ClaimDecider.Record(claim, command.Claim, command.Content, command.Citations, command.Decided, known),
        cancellationToken);
}
