namespace Archive.Projection;

/// <summary>
/// The version of the read models and of what fills them. Raised with every change that makes other documents of the same events; a process
/// of another version than the head's serves and writes but never projects, and moving on is a rebuild.
/// </summary>
/// <param name="Number">That of this build; tests open archives as another build would.</param>
internal sealed record ProjectionVersion(int Number)
{
    public const int Current = 4;

    /// <summary>The first in which states have governance, and tables the indexes that find it.</summary>
    public const int WithGovernance = 3;

    /// <summary>The first with the ledger's tree in tiles, and its root in the head.</summary>
    public const int WithTree = 4;

    /// <summary>Code of a stop that is this process's alone: one of the head's version may be projecting.</summary>
    public const string Differs = "projection-version";

    /// <exception cref="ProjectionStoppedException"><c>projection-version</c>: the head is another version's.</exception>
    public void Require(int ofHead)
    {
        if (ofHead != Number)
            throw Refusal(ofHead);
    }

    public ProjectionStoppedException Refusal(int ofHead) => new(
        Differs,
        $"The read models are of projection version {ofHead}, this build is of {Number}: it answers and records, but does not project. Run 'archive rebuild' with the build that is to project.",
        null);
}
