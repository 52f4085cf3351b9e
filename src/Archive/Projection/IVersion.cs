namespace Archive.Projection;

/// <summary>What versions of every kind of stream have.</summary>
public interface IVersion
{
    /// <summary><see cref="ToEntry"/> of a version that nothing has replaced.</summary>
    const long Open = long.MaxValue;

    string Id { get; }

    string Stream { get; }

    /// <summary>Entry from which on it holds.</summary>
    long FromEntry { get; }

    /// <summary>Entry from which on it no longer holds; <see cref="Open"/> while it holds.</summary>
    long ToEntry { get; set; }

    /// <summary>Entry with which the stream began; of a claim that was proposed first, the one that recorded it, once there is one.</summary>
    long FirstEntry { get; }

    /// <summary>
    /// <see cref="Domain.Ledger.StreamDigest"/> of the stream's events up to <see cref="FromEntry"/>; absent in read models of projection version 1.
    /// </summary>
    string? StreamDigest { get; }

    /// <summary>Where it is filed, see <see cref="EntryTree"/>.</summary>
    long Node { get; }

    /// <summary>What brought it about.</summary>
    Change Change { get; }
}
