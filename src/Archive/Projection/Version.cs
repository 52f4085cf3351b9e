using System.Text.Json.Serialization;
using Archive.Access;

namespace Archive.Projection;

/// <summary>
/// A state of one stream over a stretch of entries: from the entry that brought it about up to, not including, the one that replaced it. As
/// of entry n exactly one version of a stream that has begun holds.
/// </summary>
public abstract class Version<TState> : IVersion
    where TState : class
{
    /// <summary>The stream, <c>@</c> and <see cref="FromEntry"/>.</summary>
    [JsonRequired]
    public string Id { get; init; } = null!;

    [JsonRequired]
    public string Stream { get; init; } = null!;

    [JsonRequired]
    public long FromEntry { get; init; }

    [JsonRequired]
    public long ToEntry { get; set; }

    [JsonRequired]
    public long FirstEntry { get; init; }

    public string? StreamDigest { get; init; }

    /// <summary>What is read gets the words that it names by their digests, and what became of them, before it is answered.</summary>
    [JsonRequired]
    public TState State { get; set; } = null!;

    [JsonRequired]
    public Change Change { get; init; } = null!;

    /// <summary>Why whoever asks does not see its content, which then is not here; never stored.</summary>
    [JsonIgnore]
    public Withheld? Withheld { get; init; }

    [JsonIgnore]
    public long Node => EntryTree.NodeOf(FromEntry, ToEntry);
}
