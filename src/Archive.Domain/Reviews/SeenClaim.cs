using Archive.Domain.Claims;

namespace Archive.Domain.Reviews;

/// <summary>
/// The claim as the submitter of a proposal saw it, as far as a proposal can go stale by it. Numbers say it all: a content version is never
/// changed, and the number of a citation is never given again.
/// </summary>
/// <param name="Version">Number of its content version; 0 where it was not recorded.</param>
/// <param name="Citations">Numbers of its citations.</param>
public sealed record SeenClaim(int Version, ValueList<int> Citations)
{
    internal static SeenClaim Of(Claim? claim) =>
        claim is { IsRecorded: true } ? new(claim.Version, claim.Citations.Select(citation => citation.Number).ToValueList()) : new(0, []);

    /// <summary>
    /// What of a claim moved since, in words; nothing where the proposal still fits. Only its content, its citations and its retraction count: ratings,
    /// ranks, disputes and other proposals leave what was proposed as good as it was.
    /// </summary>
    public IEnumerable<string> MovesTo(Claim claim)
    {
        if (Version == 0)
        {
            if (claim.IsRecorded)
                yield return "it was recorded";
            yield break;
        }

        if (claim.Version != Version)
            yield return $"it was corrected, from version {Version} to {claim.Version}";
        foreach (var added in claim.Citations.Where(citation => !Citations.Contains(citation.Number)))
            yield return $"citation {added.Number} ({added.Source}) was added";
        foreach (var gone in Citations.Where(number => claim.Citations.All(citation => citation.Number != number)))
            yield return $"citation {gone} was taken away";
        if (claim.Retraction is not null)
            yield return "it was retracted";
    }
}
