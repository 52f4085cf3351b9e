namespace Archive;

/// <summary>One thing that is wrong with an input.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) to the place.</param>
/// <param name="Detail">What is wrong and what to write instead.</param>
public sealed record Violation(string Pointer, string Detail);
