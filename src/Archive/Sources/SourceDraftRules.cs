using Archive.Commands;
using Archive.Domain.Sources;
using FluentValidation;

namespace Archive.Sources;

/// <summary>The shape of a source's description.</summary>
internal sealed class SourceDraftRules : AbstractValidator<SourceDraft>
{
    public SourceDraftRules()
    {
        RuleFor(x => x.Kind).IsInEnum();
        RuleFor(x => x.Title).Line();
        RuleFor(x => x.Publisher).Line(required: false);
        RuleFor(x => x.Author).Line(required: false);
        RuleFor(x => x.Url).Url();
        RuleFor(x => x.Published!).SetValidator(new DateDraftRules()).When(x => x.Published is not null);
        RuleFor(x => x.Language).LanguageTag();
        RuleFor(x => x.Licence).Line(required: false);
        RuleFor(x => x.Note).Words(required: false);
    }
}
