namespace Archive.Evidence;

/// <summary>What is asked of a content store about one content.</summary>
internal static class ContentStores
{
    /// <summary>In bytes, or null where there are none of this digest.</summary>
    public static async Task<long?> FindLengthAsync(this IContentStore contents, string digest, CancellationToken cancellationToken) =>
        (await contents.FindLengthsAsync([digest], cancellationToken)).TryGetValue(digest, out var length) ? length : null;

    public static async Task<bool> ExistsAsync(this IContentStore contents, string digest, CancellationToken cancellationToken) =>
        await contents.FindLengthAsync(digest, cancellationToken) is not null;
}
