namespace Archive.Projection;

/// <summary>
/// A state of one stream over a stretch of entries: from the entry that brought it about up to, not including, the one that replaced it. As
/// of entry n exactly one version of a stream that has begun holds.
/// </summary>
public abstract class Version<TState> : IVersion
{
    /// <summary><see cref="ToEntry"/> of a version that nothing has replaced.</summary>
    public const long Open = long.MaxValue;

    /// <summary>The stream, <c>@</c> and <see cref="FromEntry"/>.</summary>
    public required string Id { get; init; }

    public required string Stream { get; init; }

    /// <summary>Entry from which on it holds.</summary>
    public required long FromEntry { get; init; }

    /// <summary>Entry from which on it no longer holds; <see cref="Open"/> while it holds.</summary>
    public required long ToEntry { get; set; }

    /// <summary>Entry with which the stream began.</summary>
    public required long FirstEntry { get; init; }

    public required TState State { get; init; }

    /// <summary>What brought it about.</summary>
    public required Change Change { get; init; }
}
