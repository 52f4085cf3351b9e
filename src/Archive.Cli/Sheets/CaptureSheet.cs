using System.Globalization;
using Archive.Cli.Display;
using Archive.Cli.Verbs.Sources;
using Archive.Domain.Sources;

namespace Archive.Cli.Sheets;

/// <summary>What the archive holds of a source.</summary>
internal static class CaptureSheet
{
    public static void Show(IDisplay display, CapturedAnswer answer)
    {
        Show(display, answer.Capture);
        ReceiptSheet.Show(display, answer.Receipt);
    }

    public static void Show(IDisplay display, Capture capture) => display.Fields(
    [
        new("capture", Line.Of($"sha256 {capture.Digest}", Tone.Id)),
        new("type", capture.DeclaredType is null ? capture.MediaType : $"{capture.MediaType}, declared as {capture.DeclaredType}"),
        new("length", Bytes(capture.Length)),
        new("text", Text(capture.Text)),
        new("captured", $"{MomentText.Recorded(capture.CapturedAt)}, by {capture.CapturedBy}, {Kebab.Of(capture.Method)}"),
        new("tool", capture.Tool),
        new("received from", capture.ReceivedFrom),
        new("found at", capture.OriginalUrl),
        new("headers", capture.Headers is { } headers ? string.Join("; ", headers.Select(header => $"{header.Name}: {header.Value}")) : null),
        new("rights", capture.Rights),
    ]);

    private static Line Text(ExtractedText? text) => text is null
        ? Line.Of("none", Tone.Caution)
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{text.Length:N0} characters, by {text.Extractor} {text.Version}{(text.Encoding is null ? "" : $", read as {text.Encoding}")}{(text.Pages is null ? "" : $", {text.Pages.Count:N0} pages")}");

    private static string Bytes(long length) => string.Create(CultureInfo.InvariantCulture, $"{length:N0} bytes");
}
