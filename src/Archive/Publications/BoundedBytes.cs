namespace Archive.Publications;

/// <summary>What strangers send, up to a length.</summary>
internal static class BoundedBytes
{
    /// <returns>Null where there are more.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream stream, int longest, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > longest)
                return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
