using Archive.Cli.Display;
using Archive.Publications;

namespace Archive.Cli.Sheets;

/// <summary>A log that was published.</summary>
internal static class PublicationSheet
{
    public static void Show(IDisplay display, PublishedLedger published) => display.Fields(
    [
        new("folder", Line.Of(published.Folder, Tone.Id)),
        new("log", published.Log),
        new("entries", $"1 to {published.Size}"),
        new("root", Line.Of(published.Root, Tone.Quiet)),
        new("before", published.FormerSize is { } former ? $"entries 1 to {former}, with which it is consistent" : "nothing"),
        new("written", published.Files == 0 ? "nothing: what stands there is up to date" : $"{published.Files:N0} files, {published.Bytes:N0} bytes"),
    ]);
}
