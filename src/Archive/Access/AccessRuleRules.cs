using Archive.Commands;
using Archive.Domain.Access;
using FluentValidation;

namespace Archive.Access;

/// <summary>The shape of a rule of access: what is closed says by what law, what is restricted to whom, and what is open neither.</summary>
internal sealed class AccessRuleRules : AbstractValidator<AccessRule>
{
    public AccessRuleRules()
    {
        RuleFor(x => x.Kind).IsInEnum();
        RuleFor(x => x.Until).Null().When(x => x.Kind != AccessKind.Closed).WithMessage("Only what is closed opens on a day: leave the day out.");
        RuleFor(x => x.Roles).Null().When(x => x.Kind != AccessKind.Restricted).WithMessage("Only what is restricted names roles: leave them out.");
        RuleFor(x => x.Roles).NotEmpty().When(x => x.Kind == AccessKind.Restricted).WithMessage("Name the roles that may see what is restricted, at least one.");
        RuleForEach(x => x.Roles).IsInEnum();
        RuleFor(x => x.LegalBasis).Null().When(x => x.Kind == AccessKind.Open).WithMessage("What is open needs no legal basis: leave it out, and say why in the words.");
        RuleFor(x => x.LegalBasis).Line().When(x => x.Kind != AccessKind.Open);
    }
}
