namespace Archive.LogCopies;

/// <summary>How far a copy or a comparison is.</summary>
/// <param name="Step">What is done next.</param>
/// <param name="Done">Events that were copied, and those that were compared.</param>
/// <param name="Total">How many that will be, as far as is known.</param>
public sealed record LogCopyProgress(LogCopyStep Step, long Done, long Total);
