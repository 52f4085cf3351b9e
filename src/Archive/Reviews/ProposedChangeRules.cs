using Archive.Claims;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Reviews;
using FluentValidation;

namespace Archive.Reviews;

/// <summary>The shape of a proposed change: that of the same change made directly.</summary>
internal static class ProposedChangeRules
{
    public static void AddTo(AbstractValidator<SubmitProposal> rules) => rules.RuleFor(x => x.Change).NotNull().SetInheritanceValidator(kinds =>
    {
        kinds.Add(new OfCorrection());
        kinds.Add(new OfRetraction());
        kinds.Add(new OfCitation());
        kinds.Add(new OfClaim());
    });

    private static void Citations<T>(AbstractValidator<T> rules, System.Linq.Expressions.Expression<Func<T, ValueList<CitationDraft>>> cited, System.Linq.Expressions.Expression<Func<T, IEnumerable<CitationDraft>>> each)
    {
        rules.RuleFor(cited).Must(citations => citations.Count > 0).WithMessage("A claim needs at least one citation: name the source that it rests on.");
        rules.RuleForEach(each).SetValidator(new CitationDraftRules());
    }

    private sealed class OfCorrection : AbstractValidator<ProposedCorrection>
    {
        public OfCorrection()
        {
            RuleFor(x => x.Content).SetValidator(new ClaimDraftRules());
            Citations(this, x => x.Citations, x => x.Citations);
            RuleFor(x => x.Reason).IsInEnum();
            RuleFor(x => x.Fault).IsInEnum();
            RuleFor(x => x.Words).Words();
            RuleFor(x => x.Notice).Words(required: false);
        }
    }

    private sealed class OfRetraction : AbstractValidator<ProposedRetraction>
    {
        public OfRetraction()
        {
            RuleFor(x => x.Reason).IsInEnum();
            RuleFor(x => x.Words).Words();
            RuleFor(x => x.Notice).Words(required: false);
        }
    }

    private sealed class OfCitation : AbstractValidator<ProposedCitation>
    {
        public OfCitation()
        {
            RuleFor(x => x.Citation).SetValidator(new CitationDraftRules());
            RuleFor(x => x.Words).Words(required: false);
        }
    }

    private sealed class OfClaim : AbstractValidator<ProposedClaim>
    {
        public OfClaim()
        {
            RuleFor(x => x.Content).SetValidator(new ClaimDraftRules());
            Citations(this, x => x.Citations, x => x.Citations);
        }
    }
}
