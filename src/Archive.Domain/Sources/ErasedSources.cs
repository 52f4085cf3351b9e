using Archive.Domain.Erasures;

namespace Archive.Domain.Sources;

/// <summary>How a source goes on behind an event whose words were erased.</summary>
internal static class ErasedSources
{
    /// <summary>The kind of publication is unknown then, and other says least.</summary>
    private static readonly SourceDescription Description = new(
        SourceKind.Other, ErasedWords.Shown.Trim('[', ']'), TitleSupplied: true, null, null, null, null, null, null, Weak: false, null);

    /// <summary>
    /// What an erased event set is no longer known, and neither is what stood before it: an erased rating leaves none, and an erased merge or origin leaves
    /// the source to speak for itself. Which copy an erased capture was is gone; its bytes are erased apart.
    /// </summary>
    public static Source Evolve(Source? before, ErasedSourceEvent erased)
    {
        var source = before ?? new Source(erased.Source, Description, null, null, null);
        source = source with { ErasedEvents = erased.AddTo(source.ErasedEvents) };
        return erased.Was.Name switch
        {
            nameof(SourceRegistered) or nameof(SourceDescribed) => source with { Description = Description },
            nameof(SourceRated) => source with { Reliability = null },
            nameof(SourceOriginEstablished) or nameof(SourceOriginWithdrawn) => source with { Origin = null },
            _ => source,
        };
    }
}
