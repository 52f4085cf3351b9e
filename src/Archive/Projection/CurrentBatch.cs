namespace Archive.Projection;

/// <summary>Hands the batch of a scope to the handlers of that scope.</summary>
internal sealed class CurrentBatch
{
    public ProjectionBatch Batch { get; set; } = null!;
}
