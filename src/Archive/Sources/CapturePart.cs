namespace Archive.Sources;

/// <summary>What is asked of a capture.</summary>
public enum CapturePart
{
    /// <summary>As they were when it was captured.</summary>
    Bytes,

    /// <summary>In UTF-8, as it was taken out then.</summary>
    Text,
}
