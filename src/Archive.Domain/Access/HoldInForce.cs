namespace Archive.Domain.Access;

/// <summary>A hold and what it was placed on.</summary>
/// <param name="Subject">The stream of the record, claim or source.</param>
/// <param name="Hold">The hold.</param>
public sealed record HoldInForce(string Subject, Hold Hold);
