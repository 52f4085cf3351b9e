namespace Archive.Citations;

/// <summary>The checkpoint against which what is cited can be proved.</summary>
/// <param name="Size">The number of its last entry.</param>
/// <param name="Root">Root of the tree, lower-case hex.</param>
/// <param name="Keys">The keys that signed it: <c>NAME+ID</c>.</param>
public sealed record CitedCheckpoint(long Size, string Root, IReadOnlyList<string> Keys);
