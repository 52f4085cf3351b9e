namespace Archive.Domain.Sources;

/// <summary>The archive holds a copy of a source.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Capture">The copy; its bytes and its text are in the content store.</param>
/// <param name="Words">What is to be known of it.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record SourceCaptured(string Source, Capture Capture, string? Words = null, string? Decided = null) : ISourceEvent;
