using Archive.Domain.Evidence;

namespace Archive.Domain.Claims;

/// <summary>How a dispute ended.</summary>
/// <param name="Outcome">What was decided.</param>
/// <param name="Version">Number of the version that holds, from 1; only with <see cref="DisputeOutcome.OneVersion"/>.</param>
/// <param name="Words">Why.</param>
/// <param name="Citations">What the decision rests on.</param>
public sealed record DisputeResolution(DisputeOutcome Outcome, int? Version, string Words, ValueList<Citation> Citations) : IHoldsWords<DisputeResolution>
{
    public DisputeResolution Keep(Func<KeptWords, string> keep) => With(Citations.Keep(keep));

    public DisputeResolution Join(Func<string, string?> find) => With(Citations.Join(find));

    private DisputeResolution With(ValueList<Citation> citations) => ReferenceEquals(citations, Citations) ? this : this with { Citations = citations };
}
