namespace Archive.Domain.Claims;

/// <summary>Which streams a claim's content and citations name.</summary>
internal static class CitedStreams
{
    public static IEnumerable<string> Of(string claim, ClaimContent? content, IEnumerable<Citation> citations)
    {
        yield return StreamName.OfRecord(ArchiveId.RecordOf(claim));
        foreach (var citation in citations)
            yield return StreamName.OfSource(citation.Source);
        if (content is null)
            yield break;
        foreach (var authority in content.Authorities())
            yield return StreamName.OfAuthority(authority);
        foreach (var other in content.DerivedFrom)
            yield return StreamName.OfClaim(other);
    }
}
