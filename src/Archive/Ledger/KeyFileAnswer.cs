using Archive.Domain;
using Archive.Domain.Ledger.Notes;

namespace Archive.Ledger;

/// <summary>What became of looking for a private key: the key, or why it is not used.</summary>
internal readonly record struct KeyFileAnswer
{
    public KeyFileAnswer(SigningKey key) => Key = key;

    public KeyFileAnswer(Refusal why) => WhyNot = why;

    /// <summary>Whoever asked disposes of it.</summary>
    public SigningKey? Key { get; }

    public Refusal? WhyNot { get; }
}
