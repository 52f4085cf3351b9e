using System.Globalization;
using Archive.Cli.Display;
using Archive.Exports;

namespace Archive.Cli.Sheets;

/// <summary>What was exported to a file.</summary>
internal static class ExportSheet
{
    public static void Show(IDisplay display, ExportedRecord written, string path)
    {
        display.Heading($"Export of {written.Record} as {Kebab.Of(written.Format)}");
        display.Fields(
        [
            new("file", path),
            new("bytes", written.Bytes.ToString(CultureInfo.InvariantCulture)),
            new("sha256", Line.Of(written.Sha256, Tone.Quiet)),
            new("claims", written.Claims.ToString(CultureInfo.InvariantCulture)),
            .. MomentText.Fields(written.AsOf, written.Record, written.Digest),
        ]);
        AccessText.Show(display, written.Disclosure);
    }
}
