using System.Globalization;
using Archive.Cli.Display;
using Archive.Exports;
using Archive.Packages;

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

    public static void Show(IDisplay display, ExportedBag bag)
    {
        display.Heading($"Package of {bag.Record}");
        display.Fields(
        [
            new("folder", bag.Folder),
            new("entries", bag.Entries.ToString(CultureInfo.InvariantCulture)),
            new("captures", bag.Captures.ToString(CultureInfo.InvariantCulture)),
            new("payload", $"{bag.Files.ToString(CultureInfo.InvariantCulture)} files, {bag.Bytes.ToString(CultureInfo.InvariantCulture)} bytes"),
            new("erased", bag.ErasedEntries + bag.Gone == 0 ? null : $"{bag.ErasedEntries} events in their erased form; {bag.Gone} captures, texts and words that are gone"),
            new("checkpoint", $"entry {bag.CheckpointSize.ToString(CultureInfo.InvariantCulture)}"),
            new("key", bag.Key),
            .. MomentText.Fields(bag.AsOf, bag.Record, bag.Digest),
        ]);
        display.Blank();
        display.Write($"archive verify {bag.Folder} --key {bag.Key}");
    }
}
