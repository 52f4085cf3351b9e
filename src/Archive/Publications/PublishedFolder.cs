namespace Archive.Publications;

/// <summary>A log that is published in a folder of this machine.</summary>
/// <param name="folder">The folder.</param>
public sealed class PublishedFolder(string folder) : IPublishedLog
{
    public async Task<ReadOnlyMemory<byte>?> FindAsync(string path, int longest, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(Path.Combine(folder, path));
            return await BoundedBytes.ReadAsync(file, longest, cancellationToken) ?? throw new PublishedLogAwayException($"{path} in {folder} is longer than {longest:N0} bytes, which it cannot be.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException and not PublishedLogAwayException)
        {
            throw new PublishedLogAwayException($"{path} in {folder} cannot be read: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        // Nothing is held open.
    }
}
