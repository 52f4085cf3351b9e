namespace Archive.Domain.Sources;

/// <summary>Two entries turned out to describe one source; this one is found under the other from now on.</summary>
/// <param name="Source">The id that is given up.</param>
/// <param name="Into">The id that stays.</param>
/// <param name="Words">Why.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record SourceMerged(string Source, string Into, string Words, string? Decided = null) : ISourceEvent
{
    IEnumerable<string> IArchiveEvent.References => [StreamName.OfSource(Into)];
}
