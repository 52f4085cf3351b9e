using Archive.Commands;
using Archive.Domain.Claims;
using FluentValidation;

namespace Archive.Claims;

/// <summary>The shape of a citation.</summary>
internal sealed class CitationDraftRules : AbstractValidator<CitationDraft>
{
    public CitationDraftRules()
    {
        RuleFor(x => x.Source).RequiredId();
        RuleFor(x => x.Stance).IsInEnum();
        RuleFor(x => x.About).IsInEnum();
        RuleFor(x => x.Phrase).Words(most: 5_000, required: false);
        RuleFor(x => x.ConsultedOn).EditorsDate();
        RuleFor(x => x.Extent).IsInEnum();
        RuleFor(x => x.Prefix).Surroundings();
        RuleFor(x => x.Suffix).Surroundings();
        RuleFor(x => x.Position!).Must(position => position.Start >= 0 && position.End > position.Start).When(x => x.Position is not null)
            .WithMessage("A position counts from 0, and its end comes after its start.");
        RuleFor(x => x.Capture).CaptureDigest();
    }
}
