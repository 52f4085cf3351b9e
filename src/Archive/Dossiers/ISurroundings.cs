using Archive.Domain;
using Archive.Domain.Sources;
using Archive.Sources;

namespace Archive.Dossiers;

/// <summary>What a decision looks at outside its own stream; advisory, as it is for handlers of commands.</summary>
internal interface ISurroundings
{
    KnownStreams Known(IEnumerable<string> streams);

    /// <summary>The voices behind a source; null where it is not registered.</summary>
    OriginChain? Voices(string source);

    /// <summary>What the file of a capture is.</summary>
    TakenCapture Taken(CaptureSource command);

    /// <summary>The state of another stream; null where it has not begun.</summary>
    object? State(string stream);
}
