namespace Archive.Domain.Access;

/// <summary>Who may see one capture of a source; the source's own access counts beside it.</summary>
/// <param name="Capture">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="Access">Who may see it.</param>
public sealed record CaptureAccess(string Capture, AccessRule Access);
