using Archive.Domain;
using Archive.Domain.Sources;

namespace Archive.Sources;

/// <summary>What is said of a capture by whoever brings it: <see cref="Capture"/> before its bytes are looked at.</summary>
/// <param name="CapturedAt">When the copy was taken; absent where that is now.</param>
/// <param name="CapturedBy">Who took it; absent where that is the actor.</param>
/// <param name="Method">How.</param>
/// <param name="MediaType">What it is said to be (RFC 9110), with its encoding where that is known: <c>text/html; charset=windows-1251</c>.</param>
/// <param name="Tool">With what, and its version.</param>
/// <param name="ReceivedFrom">From whom the archive has it, where that is somebody else.</param>
/// <param name="OriginalUrl">Where the bytes were found.</param>
/// <param name="Headers">Headers of the response by which they came.</param>
/// <param name="Rights">Terms under which they may be used.</param>
/// <param name="WithoutText">No text is to be taken out: of a file that is kept although its text cannot be.</param>
public sealed record CaptureDraft(
    DateTimeOffset? CapturedAt = null,
    string? CapturedBy = null,
    CaptureMethod Method = CaptureMethod.Other,
    string? MediaType = null,
    string? Tool = null,
    string? ReceivedFrom = null,
    string? OriginalUrl = null,
    ValueList<CaptureHeader>? Headers = null,
    string? Rights = null,
    bool WithoutText = false);
