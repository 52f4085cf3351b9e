using Archive.Domain.Time;
using FluentValidation;

namespace Archive.Snapshots;

/// <summary>The shape of a question about time.</summary>
internal sealed class OccurredFilterRules : AbstractValidator<OccurredFilter>
{
    public OccurredFilterRules()
    {
        RuleFor(x => x).Custom((occurred, context) =>
        {
            if (!DateQuestion.TryParse(occurred.On, occurred.Zone, out _, out var error))
                context.AddFailure(error.Part == "zone" ? "Zone" : "On", error.Message);
        });
        RuleFor(x => x.Match).IsInEnum();
    }
}
