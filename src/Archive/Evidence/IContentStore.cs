namespace Archive.Evidence;

/// <summary>
/// Bytes by their SHA-256: captures, and the texts taken out of them. What is in it is whole or not there at all; the same bytes are there once.
/// It stands apart from the event log and from the generations of read models: a rebuild never touches it.
/// </summary>
/// <remarks>Digests are lower-case hexadecimal, as captures have them. Any other text names nothing.</remarks>
internal interface IContentStore
{
    /// <summary>Makes what the store needs where it is missing; answers at once where nothing is.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes bytes in, in memory that does not grow with them. Durable when it answers; before, and whatever crashes, nothing of them is to be seen.
    /// Bytes that are there already are written anew all the same, which mends them where the store was damaged, and counts as their last use.
    /// </summary>
    /// <param name="bytes">Read once, to the end or to the first byte beyond the limit.</param>
    /// <param name="limit">In bytes.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    /// <returns>What was stored, or null where there were more bytes than the limit.</returns>
    Task<StoredContent?> PutAsync(Stream bytes, long limit, CancellationToken cancellationToken);

    /// <summary>
    /// Opens bytes for reading, forwards and in memory that does not grow with them; whoever opened them closes them. What is read is checked
    /// when the end is reached: until then, nothing of it is certain.
    /// </summary>
    /// <returns>The bytes, or null where there are none of this digest; the last read throws <see cref="ContentAlteredException"/> where they are not those of the digest.</returns>
    Task<Stream?> OpenAsync(string digest, CancellationToken cancellationToken);

    /// <summary>Of which of these the bytes are there, with their lengths; nothing is read of them.</summary>
    Task<IReadOnlyDictionary<string, long>> FindLengthsAsync(IReadOnlyCollection<string> digests, CancellationToken cancellationToken);

    /// <summary>Takes bytes away. Whether they may go is the caller's to know.</summary>
    /// <param name="digest">Of the bytes.</param>
    /// <param name="unusedFor">Only where nobody put them in the time since, by the store's own clock; zero takes them whenever they came.</param>
    /// <param name="cancellationToken">Stops before anything is taken.</param>
    /// <returns>Whether they were there and are gone.</returns>
    Task<bool> DeleteAsync(string digest, TimeSpan unusedFor, CancellationToken cancellationToken);

    /// <summary>Everything that is there, in the order of digests; what comes or goes meanwhile may be in it or not.</summary>
    IAsyncEnumerable<StoredContent> ListAsync(CancellationToken cancellationToken);
}
