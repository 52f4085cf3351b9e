using System.Globalization;
using Archive.Domain;
using Archive.Domain.Sources;
using Archive.Evidence.Types;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.Dossiers;

/// <summary>
/// Captures of a source, written and read: what is said of a copy, and the file within the dossier's folder that has its bytes. When it was taken and by
/// whom is always said: an import that is repeated must find the same.
/// </summary>
internal static class CaptureFields
{
    public static CaptureDraft Read(FieldReader fields, DossierErrors errors) => new(
        CapturedAt(fields, errors),
        fields.RequiredText("captured-by"),
        fields.Choice<CaptureMethod>("method") ?? CaptureMethod.Other,
        fields.Text("media-type"),
        fields.Text("tool"),
        fields.Text("received-from"),
        fields.Text("url"),
        Headers(fields, errors),
        fields.Text("rights"),
        fields.Flag("no-text"));

    /// <summary>Where an export puts the bytes.</summary>
    public static string FileOf(Capture capture) => $"captures/{capture.Digest}{Ending(capture.MediaType)}";

    public static MapNode Write(SourceCaptured captured, string file)
    {
        var capture = captured.Capture;
        return MapNode.Of(
            MapField.Of("file", file),
            MapField.Of("captured-at", capture.CapturedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture)),
            MapField.Of("captured-by", capture.CapturedBy),
            MapField.Of("method", capture.Method == CaptureMethod.Other ? null : Words<CaptureMethod>.Of(capture.Method)),
            MapField.Of("media-type", capture.DeclaredType),
            MapField.Of("tool", capture.Tool),
            MapField.Of("received-from", capture.ReceivedFrom),
            MapField.Of("url", capture.OriginalUrl),
            MapField.Of("headers", capture.Headers is { } headers ? ListNode.Of(headers.Select(header => TextNode.Of($"{header.Name}: {header.Value}"))) : null),
            MapField.Of("rights", capture.Rights),
            capture.Text is null ? MapField.Of("no-text", new TextNode(DossierPlace.Nowhere, "true", Plain: true)) : null,
            MapField.Of("words", captured.Words),
            MapField.Of("decided", captured.Decided));
    }

    /// <summary>So that a double click opens it; an import looks at the bytes alone.</summary>
    private static string Ending(string mediaType) => mediaType switch
    {
        MediaTypes.Plain => ".txt",
        MediaTypes.Html => ".html",
        MediaTypes.Pdf => ".pdf",
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        _ => "",
    };

    private static DateTimeOffset? CapturedAt(FieldReader fields, DossierErrors errors)
    {
        var text = fields.RequiredText("captured-at");
        if (AsOf.TryParse(text, out var moment, out _) && moment is AsOf.Time { Instant: var instant })
            return instant;
        if (text.Length > 0)
            errors.Add(fields.PlaceOf("captured-at"), $"'{FieldReader.Shown(text)}' is not a time with its zone: write one such as 2026-11-24T09:30:00Z or 2026-11-24T12:30+03:00.");
        return DateTimeOffset.UnixEpoch;
    }

    /// <summary>Each as the response has it: <c>Last-Modified: Mon, 20 Mar 2023 11:02:00 GMT</c>.</summary>
    private static ValueList<CaptureHeader>? Headers(FieldReader fields, DossierErrors errors)
    {
        var headers = new List<CaptureHeader>();
        foreach (var node in fields.List("headers"))
        {
            var text = fields.TextOf(node, "an item of 'headers'");
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                headers.Add(new CaptureHeader(text[..colon].Trim(), text[(colon + 1)..].Trim()));
            else if (text.Length > 0)
                errors.Add(node.At, $"'{FieldReader.Shown(text)}' is not a header: write it as the response has it, in quotes, such as \"ETag: abc\".");
        }

        return headers.Count == 0 ? null : headers.ToValueList();
    }
}
