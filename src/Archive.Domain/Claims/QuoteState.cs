namespace Archive.Domain.Claims;

/// <summary>How a quote stands to the captured text of its source.</summary>
public enum QuoteState
{
    /// <summary>The source had no capture with a text: the words were copied by a person and cannot be checked here.</summary>
    TranscribedUnseen,

    /// <summary>The words stand in the text of a capture, at one place alone, exactly as they are quoted.</summary>
    Exact,
}
