namespace Archive;

/// <summary>One thing that is wrong with an input.</summary>
/// <param name="Pointer">The place: a JSON pointer (RFC 6901), or file, line and column of a dossier.</param>
/// <param name="Detail">What is wrong and what to write instead.</param>
public record Violation(string Pointer, string Detail);
