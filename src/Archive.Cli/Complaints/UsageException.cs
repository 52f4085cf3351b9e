namespace Archive.Cli.Complaints;

/// <summary>Words of a command line that are each in order, but not together.</summary>
internal sealed class UsageException(string message) : Exception(message);
