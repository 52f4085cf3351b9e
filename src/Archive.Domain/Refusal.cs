namespace Archive.Domain;

/// <summary>Why a decider does not do what was asked: a rule of the archive stands against it.</summary>
/// <param name="Code">Stable, lower-case, hyphenated, such as <c>claim-already-retracted</c>; part of the public contract.</param>
/// <param name="Message">What is wrong and what to do, for the person who asked.</param>
public sealed record Refusal(string Code, string Message);
