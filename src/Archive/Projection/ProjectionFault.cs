namespace Archive.Projection;

/// <summary>Why the projector stopped; gone when it goes on.</summary>
public sealed class ProjectionFault
{
    public const string TheId = "fault";

    public string Id { get; init; } = TheId;

    /// <summary>Stable code, such as <c>event-unprojectable</c> or <c>log-diverged</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong, at which entry and event, and what to do.</summary>
    public required string Message { get; init; }
}
