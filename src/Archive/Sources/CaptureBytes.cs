namespace Archive.Sources;

/// <summary>The bytes of a source on their way in.</summary>
/// <param name="Open">Opens them from their beginning; whoever cannot a second time throws then.</param>
/// <param name="Length">In bytes, as whoever brings them says beforehand, where they do: what is too long is refused before any of it is read.</param>
public sealed record CaptureBytes(Func<Stream> Open, long? Length = null);
