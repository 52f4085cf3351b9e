namespace Archive.Snapshots;

/// <summary>How sure a date must be to answer a question about time.</summary>
public enum DateMatch
{
    /// <summary>Some part of what the date may mean lies in the time asked about.</summary>
    Possibly,

    /// <summary>All that the date may mean lies in the time asked about.</summary>
    Certainly,
}
