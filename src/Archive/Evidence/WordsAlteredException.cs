using Archive.Domain;

namespace Archive.Evidence;

/// <summary>Words that an event names by a salted digest are not those that were put there: the database was damaged or changed behind the archive's back.</summary>
internal sealed class WordsAlteredException(string digest) : IOException($"The words {digest} were altered in the content store.")
{
    public Refusal Refusal => new(
        "words-altered",
        $"{Message} No answer is given that would hold them; run 'archive audit evidence', which names every claim whose words were altered, and restore the database from a backup.");
}
