using Archive.Domain;

namespace Archive.Evidence;

/// <summary>Events as they are to be stored, without the words that they keep by reference.</summary>
/// <param name="Events">The events.</param>
/// <param name="Fingerprint">Of the command, as it is to stand beside them.</param>
/// <param name="Digests">Of what was stored for them apart.</param>
/// <param name="Wrong">Why it could not be stored; then nothing was.</param>
internal sealed record KeptEvents(ValueList<IArchiveEvent> Events, string Fingerprint, IReadOnlyList<string> Digests, Refusal? Wrong);
