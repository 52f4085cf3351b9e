namespace Archive.Projection;

/// <summary>Something that keeps the archive from being ready.</summary>
/// <param name="Code">Stable, see docs/operations.md.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record StatusProblem(string Code, string Message);
