namespace Archive.Domain.Sources;

/// <summary>Decides what happens to a source. Pure; shape was checked before, and what comes from other streams is advisory.</summary>
public static class SourceDecider
{
    /// <param name="origin">The voice that it repeats, where that is known from the start.</param>
    /// <param name="voices">The origins behind <paramref name="origin"/>, nearest first.</param>
    public static Decision Register(
        Source? source, string id, SourceDraft draft, SourceOrigin? origin, OriginChain? voices, string? decided)
    {
        if (source is not null)
            return Decision.Refuse("source-exists", $"Source {id} was registered before. To change it, describe it; to add another, give it another id.");
        if (!draft.TryDerive(id, out var description, out var refused))
            return refused;
        var registered = new SourceRegistered(id, description, decided);
        if (origin is null)
            return Decision.Of(registered);
        return Unfit(id, origin, voices) is { } unfit
            ? unfit
            : Decision.Of(registered, new SourceOriginEstablished(id, origin, null, decided));
    }

    public static Decision Describe(Source? source, string id, SourceDraft draft, string words, string? decided)
    {
        if (Unchangeable(source, id) is { } refused)
            return refused;
        if (!draft.TryDerive(id, out var description, out var invalid))
            return invalid;
        return description.SaysTheSameAs(source!.Description) ? Decision.Nothing : Decision.Of(new SourceDescribed(id, description, words, decided));
    }

    public static Decision Rate(Source? source, string id, Reliability reliability, string? words, string? decided)
    {
        if (Unchangeable(source, id) is { } refused)
            return refused;
        return source!.Reliability == reliability ? Decision.Nothing : Decision.Of(new SourceRated(id, reliability, words, decided));
    }

    public static Decision EstablishOrigin(Source? source, string id, SourceOrigin origin, OriginChain? voices, string? words, string? decided)
    {
        if (Unchangeable(source, id) is { } refused)
            return refused;
        if (source!.Origin == origin)
            return Decision.Nothing;
        return Unfit(id, origin, voices) ?? Decision.Of(new SourceOriginEstablished(id, origin, words, decided));
    }

    public static Decision WithdrawOrigin(Source? source, string id, string words, string? decided)
    {
        if (Unchangeable(source, id) is { } refused)
            return refused;
        return source!.Origin is { } origin
            ? Decision.Of(new SourceOriginWithdrawn(id, origin.Source, words, decided))
            : Decision.Refuse("origin-unknown", $"Source {id} has no origin that could be withdrawn.");
    }

    /// <param name="capture">The copy, whose bytes and text are durable already.</param>
    public static Decision Capture(Source? source, string id, Capture capture, string? words, string? decided)
    {
        if (Unchangeable(source, id) is { } refused)
            return refused;
        return source!.Captures?.Any(held => held.Digest == capture.Digest) == true
            ? Decision.Refuse("capture-exists", $"Source {id} has a capture of these very bytes: {capture.Digest}. Nothing was changed; cite that one.")
            : Decision.Of(new SourceCaptured(id, capture, words, decided));
    }

    /// <summary>Whether a source takes no capture whatever that is: asked before anything is read of it.</summary>
    public static Refusal? WhyNotCaptured(Source? source, string id) => (Unchangeable(source, id) as Decision.Refused)?.Refusal;

    /// <param name="into">The source that stays, as it stands; advisory.</param>
    public static Decision Merge(Source? source, string id, Source? into, string intoId, string words, string? decided)
    {
        if (source?.MergedInto is { } before && before == intoId)
            return Decision.Nothing;
        if (Unchangeable(source, id) is { } refused)
            return refused;
        if (into is null)
            return Unknown(intoId);
        return id == intoId || into.MergedInto is not null
            ? Decision.Refuse("merge-cycle", $"Source {id} cannot be merged into {intoId}, which is {(id == intoId ? "itself" : $"merged into {into.MergedInto}")}. Name the one that stays.")
            : Decision.Of(new SourceMerged(id, intoId, words, decided));
    }

    private static Decision? Unfit(string id, SourceOrigin origin, OriginChain? voices)
    {
        if (voices is null)
            return Unknown(origin.Source);
        return origin.Source == id || voices.Sources.Contains(id, StringComparer.Ordinal)
            ? Decision.Refuse(
                "origin-cycle",
                $"Source {id} cannot repeat {origin.Source}: that one goes back to {id} itself ({string.Join(" < ", (string[])[id, origin.Source, .. voices.Sources])}). Name the voice that spoke first.")
            : null;
    }

    private static Decision? Unchangeable(Source? source, string id)
    {
        if (source is null)
            return Unknown(id);
        return source.MergedInto is null ? null : Decision.Refuse("source-merged", $"Source {id} was merged into {source.MergedInto}. Change that one.");
    }

    private static Decision Unknown(string id) => Decision.Refuse("source-unknown", $"There is no source {id}. Register it first, or correct the id.");
}
