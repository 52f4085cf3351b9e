namespace Archive.Projection;

/// <summary>What versions of every kind of stream have.</summary>
public interface IVersion
{
    string Stream { get; }

    /// <summary>Entry from which on it holds.</summary>
    long FromEntry { get; }

    /// <summary>What brought it about.</summary>
    Change Change { get; }
}
