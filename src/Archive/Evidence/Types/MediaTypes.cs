namespace Archive.Evidence.Types;

/// <summary>Media types of which more is known than their signature.</summary>
internal static class MediaTypes
{
    public const string Unknown = "application/octet-stream";
    public const string Plain = "text/plain";
    public const string Html = "text/html";
    public const string Xhtml = "application/xhtml+xml";
    public const string Xml = "application/xml";
    public const string Svg = "image/svg+xml";
    public const string Json = "application/json";
    public const string Rtf = "text/rtf";
    public const string Pdf = "application/pdf";
    public const string Zip = "application/zip";
    public const string Gzip = "application/gzip";
    public const string Warc = "application/warc";
    public const string Compound = "application/x-ole-storage";

    /// <summary>Types of which the bytes are written by people, or could be.</summary>
    public static bool IsText(string type) => type is Plain or Html or Xhtml or Xml or Svg or Json or Rtf;
}
