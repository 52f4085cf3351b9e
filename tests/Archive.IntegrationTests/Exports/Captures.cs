using Archive.Domain.Claims;
using Archive.Domain.Evidence;
using Archive.Domain.Sources;

namespace Archive.IntegrationTests.Exports;

/// <summary>A capture, and a quote that is anchored in it, as the log has them.</summary>
internal static class Captures
{
    public static readonly Capture One = new(
        new string('a', 64), 1_204, "text/html", null, new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero), "The archive's own desk", CaptureMethod.Download, OriginalUrl: "https://example.org/landing");

    public static Citation Quoting(int number, string source) => new(
        number, source, Stance.Supports, CitedPart.All, new Quote(null, QuoteState.Exact, null, null, new QuotePosition(7, 18), One.Digest, new string('c', 64)), null, null);
}
