namespace Archive.Domain.Packages;

/// <summary>What is wrong with a bag, or worth a warning.</summary>
/// <param name="Check">Which check found it.</param>
/// <param name="File">The file, as a path within the bag; <c>.</c> is the bag itself.</param>
/// <param name="Line">Its line, from 1, where there is one.</param>
/// <param name="What">What is wrong, and what to do where something can be done.</param>
public sealed record BagFinding(BagCheck Check, string File, long? Line, string What);
