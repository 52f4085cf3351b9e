namespace Archive.Domain.Evidence;

/// <summary>
/// An event, a state or a part of one whose words may have to go one day. In the log and in documents such words are named by a salted digest
/// alone; they are put in their place when a state is folded for a decision or a document is read.
/// </summary>
/// <typeparam name="TSelf">The type itself, so that a whole of any depth goes through one call.</typeparam>
public interface IHoldsWords<out TSelf>
{
    /// <summary>
    /// The same without the words that are kept by reference: what the log stores. Words that have a digest keep it, so that a quote that a
    /// correction repeats stays one.
    /// </summary>
    /// <param name="keep">Keeps words that have no digest yet, and answers their salted digest: lower-case hex of SHA-256(salt || content).</param>
    TSelf Keep(Func<KeptWords, string> keep);

    /// <summary>The same with its words in their place; where they were erased they stay away, and the digest says that they were there.</summary>
    /// <param name="find">Content by salted digest; null where it is gone.</param>
    /// <exception cref="System.Text.Json.JsonException">What was found is not such content.</exception>
    TSelf Join(Func<string, string?> find);
}
