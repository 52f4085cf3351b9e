namespace Archive.LogCopies;

/// <summary>The steps of a copy. Each can be repeated: whatever is killed between two goes on by the same command.</summary>
public enum LogCopyStep
{
    /// <summary>The other log is made, empty and closed to all but the copy; what held its place is set aside.</summary>
    Preparing,

    /// <summary>The events are copied while writers go on.</summary>
    Copying,

    /// <summary>The old log is closed: nothing comes to it any more.</summary>
    Closing,

    /// <summary>What came meanwhile is copied.</summary>
    CopyingRest,

    /// <summary>The ledger's head is moved over.</summary>
    MovingHead,

    /// <summary>The other log is opened to all.</summary>
    Opening,

    /// <summary>The read models are made anew, where words were erased on the way.</summary>
    Rebuilding,
}
