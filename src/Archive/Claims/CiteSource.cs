using Archive.Commands;
using Archive.Domain.Claims;
using FluentValidation;
using MediatR;

namespace Archive.Claims;

/// <summary>Adds a citation to a claim, whose content stays as it is.</summary>
public sealed record CiteSource(
    CommandContext Context, string Claim, CitationDraft Citation, string? Words = null, string? Decided = null) : ICommand;

internal sealed class CiteSourceValidator : AbstractValidator<CiteSource>
{
    public CiteSourceValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Claim).ClaimId();
        RuleFor(x => x.Citation).SetValidator(new CitationDraftRules());
        RuleFor(x => x.Words).Words(required: false);
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class CiteSourceHandler(ClaimCommands claims) : IRequestHandler<CiteSource, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(CiteSource command, CancellationToken cancellationToken) => claims.ExecuteAsync(
        command,
        command.Claim,
        ClaimCommands.StreamsOf([command.Citation]),
        [command.Citation],
        (claim, known) => ClaimDecider.Cite(claim, command.Claim, command.Citation, command.Words, command.Decided, known),
        cancellationToken);
}
