using Archive.Domain;

namespace Archive.Evidence;

/// <summary>Words that an event names by a salted digest are not those that were put there.</summary>
internal sealed class WordsAlteredException(string digest) : AlteredException($"The words {digest} were altered in the content store.")
{
    public override Refusal Refusal => new(
        "words-altered",
        $"{Message} No answer is given that would hold them; run 'archive audit evidence', which names every claim whose words were altered, and restore the database from a backup.");
}
