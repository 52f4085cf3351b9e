using Archive.Claims;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Claims;
using FluentValidation;
using MediatR;

namespace Archive.Corrections;

/// <summary>Opens a dispute on a claim: a question and two or more answers, each with its citations.</summary>
public sealed record DisputeClaim(
    CommandContext Context,
    string Claim,
    string Question,
    ValueList<DisputeVersionDraft> Versions,
    string? Words = null,
    string? Decided = null) : ICommand;

internal sealed class DisputeClaimValidator : AbstractValidator<DisputeClaim>
{
    public DisputeClaimValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Claim).ClaimId();
        RuleFor(x => x.Question).Line();
        RuleFor(x => x.Versions).Must(versions => versions.Count >= 2).WithMessage("A dispute has two or more versions.");
        RuleForEach(x => x.Versions).ChildRules(version =>
        {
            version.RuleFor(x => x.Says).Words();
            version.RuleFor(x => x.Citations).Must(citations => citations.Count > 0).WithMessage("Each version needs at least one citation.");
            version.RuleForEach(x => x.Citations).SetValidator(new CitationDraftRules());
        });
        RuleFor(x => x.Words).Words(required: false);
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class DisputeClaimHandler(ClaimCommands claims) : IRequestHandler<DisputeClaim, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(DisputeClaim command, CancellationToken cancellationToken) => claims.ExecuteAsync(
        command,
        command.Claim,
        ClaimCommands.StreamsOf(command.Versions.SelectMany(version => version.Citations)),
        command.Versions.SelectMany(version => version.Citations),
        (claim, known) => DisputeDecider.Open(claim, command.Claim, command.Question, command.Versions, command.Words, command.Decided, known),
        cancellationToken);
}
