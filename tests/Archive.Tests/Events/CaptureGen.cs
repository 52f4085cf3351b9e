using Archive.Domain;
using Archive.Domain.Sources;
using CsCheck;
using static Archive.Tests.Events.TextGen;

namespace Archive.Tests.Events;

/// <summary>Random captures.</summary>
internal static class CaptureGen
{
    public static readonly Gen<string> Digest = Gen.Char["0123456789abcdef"].Array[64].Select(hex => new string(hex));

    private static readonly Gen<ExtractedText> Text = Gen.Select(
        Digest, Gen.Long[0, 1_000_000], Gen.OneOf("plain", "html", "pdf"), Number, Gen.OneOf("utf-8", "windows-1251").Null(), Gen.Long[0, 9_999].Array[1, 3].Null(),
        (digest, length, extractor, version, encoding, pages) => new ExtractedText(digest, length, extractor, version, encoding, pages?.ToValueList()));

    private static readonly Gen<CaptureHeader> Header = Gen.Select(Gen.OneOf("Date", "ETag", "Last-Modified"), Line, (name, value) => new CaptureHeader(name, value));

    private static readonly Gen<DateTimeOffset> Time = Gen.Long[0, 2_000_000_000_000_000].Select(microseconds => DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds));

    public static readonly Gen<Capture> Capture = Gen.Select(
        Gen.Select(Digest, Gen.Long[0, 1L << 40], Gen.OneOf("text/html", "application/pdf"), Gen.OneOf("text/html; charset=utf-8").Null()),
        Gen.Select(Time, Line, Gen.Enum<CaptureMethod>(), Line.Null(), Line.Null()),
        Gen.Select(Gen.OneOf("https://example.org/a").Null(), Header.Array[1, 2].Null(), Line.Null(), Text.Null()),
        (a, b, c) => new Capture(
            a.Item1, a.Item2, a.Item3, a.Item4, b.Item1, b.Item2, b.Item3, b.Item4, b.Item5, c.Item1, c.Item2?.ToValueList(), c.Item3, c.Item4));
}
