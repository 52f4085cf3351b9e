using Archive.Commands;
using Archive.Domain.Authorities;
using FluentValidation;

namespace Archive.Authorities;

/// <summary>The shape of what is known of an authority.</summary>
internal sealed class AuthorityDescriptionRules : AbstractValidator<AuthorityDescription>
{
    public AuthorityDescriptionRules()
    {
        RuleFor(x => x.Name).SetValidator(new AuthorityNameRules());
        RuleForEach(x => x.Aliases).SetValidator(new AuthorityNameRules());
        RuleForEach(x => x.Uris).Uri();
        RuleFor(x => x.Note).Words(required: false);
    }

    private sealed class AuthorityNameRules : AbstractValidator<AuthorityName>
    {
        public AuthorityNameRules()
        {
            RuleFor(x => x.Text).Line();
            RuleFor(x => x.Language).LanguageTag();
        }
    }
}
