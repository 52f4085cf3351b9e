using Archive.Domain.Sources;
using Archive.Evidence;

namespace Archive.Sources;

/// <summary>Bytes that are in the content store, and what they are.</summary>
internal sealed record TakenCapture(StoredContent Content, string MediaType, ExtractedText? Text)
{
    /// <summary>Of everything that was put into the content store for it.</summary>
    public IReadOnlyCollection<string> Digests => Text is null || Text.Digest == Content.Digest ? [Content.Digest] : [Content.Digest, Text.Digest];
}
