namespace Archive.Domain.Sources;

/// <summary>A header of the response by which a capture came (RFC 9110).</summary>
public sealed record CaptureHeader(string Name, string Value);
