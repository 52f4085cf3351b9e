using Archive.Commands;
using Archive.Domain.Claims;
using FluentValidation;

namespace Archive.Claims;

/// <summary>The shape of what a claim's kind adds.</summary>
internal sealed class ParticularsRules : AbstractValidator<Particulars>
{
    public ParticularsRules()
    {
        RuleFor(x => x.Place).Id();
        RuleForEach(x => x.Principals).RequiredId().OverridePropertyName("Who");
        RuleFor(x => x.Principals).Must(ids => ids.Distinct(StringComparer.Ordinal).Count() == ids.Count)
            .WithMessage("Somebody is named twice: name each once.").OverridePropertyName("Who");
        When(x => x is Arrival, () => RuleForEach(x => ((Arrival)x).MetBy).RequiredId().OverridePropertyName("MetBy"));
        When(x => x is Departure, () => RuleForEach(x => ((Departure)x).SeenOffBy).RequiredId().OverridePropertyName("SeenOffBy"));
        When(x => x is Statement, () => RuleForEach(x => ((Statement)x).AddressedTo).RequiredId().OverridePropertyName("AddressedTo"));
        When(x => x is Meeting, () =>
        {
            RuleFor(x => ((Meeting)x).Format).Line(required: false).OverridePropertyName("Format");
            RuleForEach(x => ((Meeting)x).Subjects).Line().OverridePropertyName("Subjects");
        });
        When(x => x is Statement, () =>
        {
            RuleFor(x => ((Statement)x).Medium).Line(required: false).OverridePropertyName("Medium");
            RuleFor(x => ((Statement)x).Words!).SetValidator(new LanguageTextRules()).When(x => ((Statement)x).Words is not null).OverridePropertyName("Words");
        });
        When(x => x is Reaction, () =>
        {
            RuleFor(x => ((Reaction)x).To).Line(required: false).OverridePropertyName("To");
            RuleFor(x => ((Reaction)x).Attitude).Line(required: false).OverridePropertyName("Attitude");
        });
        When(x => x is Signing, () => RuleForEach(x => ((Signing)x).Documents)
            .ChildRules(document =>
            {
                document.RuleFor(x => x.Titles).Must(titles => titles.Count > 0).WithMessage("A signed document needs at least one title.");
                document.RuleForEach(x => x.Titles).SetValidator(new LanguageTextRules());
            })
            .OverridePropertyName("Documents"));
    }
}
