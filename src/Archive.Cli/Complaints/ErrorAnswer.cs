namespace Archive.Cli.Complaints;

/// <summary>What <c>--json</c> writes to standard error instead of an answer.</summary>
internal sealed record ErrorAnswer(Complaint Error);
