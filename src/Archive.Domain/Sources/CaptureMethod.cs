namespace Archive.Domain.Sources;

/// <summary>How a capture was taken.</summary>
public enum CaptureMethod
{
    /// <summary>Fetched by one request, as a browser's "save" does.</summary>
    Download,

    /// <summary>Fetched by a crawler with what belongs to it.</summary>
    Crawl,
    Screenshot,
    Scan,
    Photograph,

    /// <summary>Printed to a file.</summary>
    Print,

    /// <summary>Recorded from a broadcast or a stream.</summary>
    Recording,

    /// <summary>Handed over by somebody who had it.</summary>
    Transfer,
    Other,
}
