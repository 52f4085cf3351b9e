namespace Archive.Commands;

/// <summary>Where the salts of digests come from; given by a test that wants the same leaves again.</summary>
public interface ISaltSource
{
    /// <summary>32 unpredictable bytes.</summary>
    byte[] Next();
}
