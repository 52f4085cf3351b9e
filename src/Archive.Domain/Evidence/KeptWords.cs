namespace Archive.Domain.Evidence;

/// <summary>Words that are kept apart from the event that they belong to, because they may have to go one day.</summary>
/// <param name="Content">What is kept: canonical JSON (RFC 8785).</param>
/// <param name="Capture">SHA-256 of the capture that they were quoted from; absent where they come from none.</param>
public sealed record KeptWords(string Content, string? Capture = null)
{
    /// <summary>SHA-256 of every capture with which they go.</summary>
    public ValueList<string> Captures { get; init; } = Capture is null ? [] : [Capture];
}
