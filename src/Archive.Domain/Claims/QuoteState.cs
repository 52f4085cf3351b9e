namespace Archive.Domain.Claims;

/// <summary>How a quote stands to the captured text of its source.</summary>
public enum QuoteState
{
    /// <summary>The source has no capture: the words were copied by a person and cannot be checked here.</summary>
    TranscribedUnseen,
}
