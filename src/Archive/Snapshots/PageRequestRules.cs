using FluentValidation;

namespace Archive.Snapshots;

/// <summary>The shape of a page request.</summary>
internal sealed class PageRequestRules : AbstractValidator<PageRequest>
{
    public PageRequestRules()
    {
        RuleFor(x => x.Number).InclusiveBetween(1, 1_000_000).WithMessage("Pages are numbered from 1 to 1,000,000.");
        RuleFor(x => x.Size).InclusiveBetween(1, PageRequest.Largest).WithMessage($"A page has 1 to {PageRequest.Largest} items.");
    }
}
