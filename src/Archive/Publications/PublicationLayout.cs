namespace Archive.Publications;

/// <summary>The files of a published log (C2SP tlog-tiles).</summary>
internal static class PublicationLayout
{
    public const string Checkpoint = "checkpoint";

    public const string Tiles = "tile";

    /// <summary>A tile or bundle that is being written.</summary>
    public const string Unfinished = "unfinished";

    /// <summary>The checkpoint that is being written: who holds it open is the one who publishes.</summary>
    public const string UnfinishedCheckpoint = "checkpoint.unfinished";
}
