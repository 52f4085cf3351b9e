using Archive.Commands;
using Archive.Domain.Claims;
using FluentValidation;

namespace Archive.Claims;

/// <summary>The shape of a claim's content.</summary>
internal sealed class ClaimDraftRules : AbstractValidator<ClaimDraft>
{
    public ClaimDraftRules()
    {
        RuleFor(x => x.Says).Words();
        RuleFor(x => x.Particulars).NotNull().SetValidator(new ParticularsRules());
        RuleFor(x => x.Language).LanguageTag();
        RuleFor(x => x.Occurred!).SetValidator(new DateDraftRules()).When(x => x.Occurred is not null);
        RuleFor(x => x.About).Id();
        RuleFor(x => x.AccordingTo).Id();
        RuleForEach(x => x.DerivedFrom).ClaimId();
    }
}
