using FluentValidation;

namespace Archive.Reviews;

/// <summary>The shape of a proposal's number.</summary>
internal static class ProposalNumberRule
{
    public static IRuleBuilderOptions<T, int> ProposalNumber<T>(this IRuleBuilder<T, int> rule) =>
        rule.GreaterThan(0).WithMessage("Proposals of a claim are numbered from 1.");
}
