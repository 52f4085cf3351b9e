namespace Archive.Publications;

/// <summary>A log that somebody publishes as C2SP tlog-tiles has it, from which files are read by their paths.</summary>
public interface IPublishedLog : IDisposable
{
    /// <param name="path">Such as <c>tile/0/000</c>.</param>
    /// <param name="longest">In bytes; a stranger may serve anything.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Null where there is no such file.</returns>
    /// <exception cref="PublishedLogAwayException">It cannot be read just now, or the file is longer.</exception>
    Task<ReadOnlyMemory<byte>?> FindAsync(string path, int longest, CancellationToken cancellationToken);
}
