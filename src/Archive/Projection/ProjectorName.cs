namespace Archive.Projection;

/// <summary>How a projector is told from others, on its terminal and in the database's list of sessions.</summary>
public static class ProjectorName
{
    public static string OfThisProcess { get; } = $"process {Environment.ProcessId} on {Environment.MachineName}";
}
