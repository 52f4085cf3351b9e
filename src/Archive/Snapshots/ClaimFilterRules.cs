using Archive.Commands;
using FluentValidation;

namespace Archive.Snapshots;

/// <summary>The shape of a filter.</summary>
internal sealed class ClaimFilterRules : AbstractValidator<ClaimFilter>
{
    public ClaimFilterRules()
    {
        RuleFor(x => x.Kind).IsInEnum();
        RuleFor(x => x.Status).IsInEnum();
        RuleFor(x => x.Person).Line(required: false);
        RuleFor(x => x.Place).Line(required: false);
        RuleFor(x => x.Source).Id();
        RuleFor(x => x.Words).Cascade(CascadeMode.Stop).Line(required: false)
            .Must(words => words is null || SearchText.Fold(words).Length > 0).WithMessage("There is no word in this that could be looked for.");
        RuleFor(x => x.Occurred!).SetValidator(new OccurredFilterRules()).When(x => x.Occurred is not null);
    }
}
