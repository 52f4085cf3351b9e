using Archive.Domain.Evidence;

namespace Archive.Domain.Claims;

/// <summary>One answer to the question of a dispute, with its citations.</summary>
/// <param name="Says">The answer.</param>
/// <param name="Citations">The sources that give it, at least one.</param>
public sealed record DisputeVersion(string Says, ValueList<Citation> Citations) : IHoldsWords<DisputeVersion>
{
    public DisputeVersion Keep(Func<KeptWords, string> keep) => With(Citations.Keep(keep));

    public DisputeVersion Join(Func<string, string?> find) => With(Citations.Join(find));

    private DisputeVersion With(ValueList<Citation> citations) => ReferenceEquals(citations, Citations) ? this : this with { Citations = citations };
}
