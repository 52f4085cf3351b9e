using Archive.Domain.Access;
using Archive.Domain.Erasures;

namespace Archive.Domain.Sources;

/// <summary>A source as the events up to some moment left it.</summary>
/// <param name="Id">Id of the source.</param>
/// <param name="Description">What is known of it.</param>
/// <param name="Origin">The voice that it repeats; absent where it speaks for itself.</param>
/// <param name="Reliability">Admiralty code, where it was rated.</param>
/// <param name="MergedInto">The source under which it is found, where it was merged.</param>
/// <param name="Captures">Its copies that the archive holds, in the order in which they came; absent where there are none: it is cited unseen.</param>
/// <param name="Governance">Who may see it and its captures, and holds on them; absent where nothing was ever decided on that.</param>
/// <param name="Erased">What of it was ordered to be destroyed; absent where nothing was.</param>
/// <param name="ErasedEvents">Events of it whose words were erased, in their order; absent where there are none.</param>
public sealed record Source(
    string Id,
    SourceDescription Description,
    SourceOrigin? Origin,
    Reliability? Reliability,
    string? MergedInto,
    ValueList<Capture>? Captures = null,
    Governance? Governance = null,
    ValueList<Erasure>? Erased = null,
    ValueList<ErasedWords>? ErasedEvents = null)
{
    /// <exception cref="InvalidOperationException">The event cannot follow: the stream is damaged.</exception>
    public static Source Evolve(Source? source, ISourceEvent happened) => (source, happened) switch
    {
        (null, SourceRegistered e) => new Source(e.Source, e.Description, null, null, null),
        ({ } s, SourceDescribed e) => s with { Description = e.Description },
        ({ } s, SourceCaptured e) => s with { Captures = [.. s.Captures ?? [], e.Capture] },
        ({ } s, SourceRated e) => s with { Reliability = e.Reliability },
        ({ } s, SourceOriginEstablished e) => s with { Origin = e.Origin },
        ({ } s, SourceOriginWithdrawn) => s with { Origin = null },
        ({ } s, IGovernanceEvent e) => s with { Governance = Governance.Evolve(s.Governance, e) },
        ({ } s, ContentErased e) => s with { Erased = e.After(s.Erased) },
        ({ } s, SourceMerged e) => s with { MergedInto = e.Into },
        (_, ErasedSourceEvent e) => ErasedSources.Evolve(source, e),
        _ => throw new InvalidOperationException(
            $"{happened.GetType().Name} cannot follow in the stream of source {happened.Source}, which has {(source is null ? "not begun" : "begun")}."),
    };
}
