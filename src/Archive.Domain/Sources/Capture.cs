namespace Archive.Domain.Sources;

/// <summary>The bytes of a source as the archive holds them, named by their SHA-256. Immutable.</summary>
/// <param name="Digest">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="Length">In bytes.</param>
/// <param name="MediaType">Found in the bytes themselves (IANA media type without parameters); <c>application/octet-stream</c> where nothing is.</param>
/// <param name="DeclaredType">What whoever brought it said that it is, where they did.</param>
/// <param name="CapturedAt">When the copy was taken.</param>
/// <param name="CapturedBy">Who took it: a person, an organisation.</param>
/// <param name="Method">How.</param>
/// <param name="Tool">With what, and its version.</param>
/// <param name="ReceivedFrom">From whom the archive has it, where that is somebody else.</param>
/// <param name="OriginalUrl">Where the bytes were found.</param>
/// <param name="Headers">Headers of the response by which they came.</param>
/// <param name="Rights">Terms under which they may be used.</param>
/// <param name="Text">Its plain text; absent where it has none that could be taken out.</param>
public sealed record Capture(
    string Digest,
    long Length,
    string MediaType,
    string? DeclaredType,
    DateTimeOffset CapturedAt,
    string CapturedBy,
    CaptureMethod Method,
    string? Tool = null,
    string? ReceivedFrom = null,
    string? OriginalUrl = null,
    ValueList<CaptureHeader>? Headers = null,
    string? Rights = null,
    ExtractedText? Text = null);
