using Archive.Domain.Sources;
using Archive.Evidence;

namespace Archive.Sources;

/// <summary>Bytes that are in the content store, and what they are.</summary>
internal sealed record TakenCapture(StoredContent Content, string MediaType, ExtractedText? Text);
