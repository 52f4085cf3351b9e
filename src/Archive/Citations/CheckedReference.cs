namespace Archive.Citations;

/// <summary>What became of a reference.</summary>
/// <param name="Reference">As it stands in the text.</param>
/// <param name="Line">The line in which it stands.</param>
/// <param name="State">How it stands.</param>
/// <param name="Problem">Why it is unknown.</param>
/// <param name="Changes">What happened since, in entry order; at most <see cref="MostChanges"/>.</param>
/// <param name="Further">How many more changes there are.</param>
public sealed record CheckedReference(string Reference, long Line, ReferenceState State, string? Problem, IReadOnlyList<ReferenceChange> Changes, int Further = 0)
{
    public const int MostChanges = 100;
}
