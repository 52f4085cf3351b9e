namespace Archive.Evidence.Texts;

/// <summary>
/// How a host starts itself again to take out one text: in a process of its own, which has no access to the archive, and whose end by a hostile file is
/// nobody else's. A host that gives none has it done in its own process.
/// </summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">What comes before the words of <see cref="ExtractionChild"/>.</param>
public sealed record ExtractionProgram(string File, IReadOnlyList<string> Arguments);
