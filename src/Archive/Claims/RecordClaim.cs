using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Claims;
using FluentValidation;
using MediatR;

namespace Archive.Claims;

/// <summary>Records a claim in its first version.</summary>
/// <param name="Context">Who asks.</param>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Content">What it says.</param>
/// <param name="Citations">What it rests on.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
/// <param name="Sensitive">Whether the content of all its versions is kept by reference, so that it can be erased; absent for no.</param>
public sealed record RecordClaim(
    CommandContext Context, string Claim, ClaimDraft Content, ValueList<CitationDraft> Citations, string? Decided = null, bool? Sensitive = null) : ICommand;

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
        (claim, known) => ClaimDecider.Record(claim, command.Claim, command.Content, command.Citations, command.Decided, known, command.Sensitive == true),
        cancellationToken);
}
