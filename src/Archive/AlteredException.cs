using Archive.Domain;

namespace Archive;

/// <summary>What is stored is not what was put there: the database was damaged or changed behind the archive's back.</summary>
internal abstract class AlteredException(string problem) : IOException(problem)
{
    /// <summary>What whoever asked is told.</summary>
    public abstract Refusal Refusal { get; }
}
