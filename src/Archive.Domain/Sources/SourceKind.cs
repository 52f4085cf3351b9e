namespace Archive.Domain.Sources;

/// <summary>What kind of publication a source is.</summary>
public enum SourceKind
{
    OfficialTranscript,
    OfficialRelease,
    Agency,
    Newspaper,
    Broadcaster,
    CopyOfOfficial,
    Encyclopedia,
    Analysis,
    /// <summary>A voice that others repeat, known only through them.</summary>
    Voice,
    Other,
}
