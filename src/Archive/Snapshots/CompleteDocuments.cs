using Archive.Access;
using Archive.Claims;
using Archive.Sources;

namespace Archive.Snapshots;

/// <summary>Documents as they are read, with the words that they keep by reference in their place, and what was erased of them said, as it is now.</summary>
internal sealed class CompleteDocuments(ReadSession session, Moment moment, CancellationToken cancellationToken)
{
    public async Task<List<ClaimVersion>> CompleteAsync(List<ClaimVersion> claims)
    {
        var gone = await JoinedWords.JoinAsync(claims, session, cancellationToken);
        var asked = claims.Where(claim => claim.State.Erased is not null || gone.Contains(claim.Stream)).Select(claim => claim.Stream).ToHashSet(StringComparer.Ordinal);
        var marks = await ErasureMarks.FindAsync(session, session.Generation.ClaimVersions, asked, cancellationToken);
        foreach (var claim in claims.Where(claim => marks.ContainsKey(claim.Stream)))
            claim.State = claim.State with { Erased = marks[claim.Stream] };
        return claims;
    }

    /// <summary>Of an old state it cannot be seen whether its captures are still there.</summary>
    public async Task<List<SourceVersion>> CompleteAsync(List<SourceVersion> sources)
    {
        var isOld = moment.Entry < session.Head.Entry;
        var asked = sources.Where(source => source.State.Erased is not null || (isOld && source.State.Captures is not null)).Select(source => source.Stream).ToArray();
        var marks = await ErasureMarks.FindAsync(session, session.Generation.SourceVersions, asked, cancellationToken);
        foreach (var source in sources.Where(source => marks.ContainsKey(source.Stream)))
            source.State = source.State with { Erased = marks[source.Stream] };
        return sources;
    }

    public async Task<List<ActorVersion>> CompleteAsync(List<ActorVersion> actors)
    {
        var gone = await JoinedWords.JoinAsync(actors, session, cancellationToken);
        var asked = actors.Where(actor => actor.State.Erased is not null || gone.Contains(actor.Stream)).Select(actor => actor.Stream).ToArray();
        var marks = await ErasureMarks.FindAsync(session, session.Generation.ActorVersions, asked, cancellationToken);
        foreach (var actor in actors.Where(actor => marks.ContainsKey(actor.Stream)))
            actor.State = actor.State with { Erased = marks[actor.Stream] };
        return actors;
    }
}
