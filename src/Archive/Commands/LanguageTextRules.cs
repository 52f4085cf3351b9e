using Archive.Domain;
using FluentValidation;

namespace Archive.Commands;

/// <summary>Words with their language.</summary>
internal sealed class LanguageTextRules : AbstractValidator<LanguageText>
{
    public LanguageTextRules()
    {
        RuleFor(x => x.Text).Words();
        RuleFor(x => x.Language).NotNull().LanguageTag();
    }
}
