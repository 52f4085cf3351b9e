using Archive.Cli.Display;
using Archive.Domain.Sources;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.Cli.Sheets;

/// <summary>A source with all that is known and held of it.</summary>
internal static class SourceSheet
{
    public static void Show(IDisplay display, SourceSnapshot answer)
    {
        var source = answer.Source;
        display.Heading(SourceText.Of(source));
        display.Fields(MomentText.Fields(answer.AsOf, source.Id, null));
        display.Blank();
        if (!source.IsShown)
            return;
        var description = source.Description;
        display.Fields(
        [
            new("kind", Kebab.Of(description.Kind)),
            new("author", description.Author),
            new("url", description.Url),
            new("language", description.Language),
            new("licence", description.Licence),
            new("note", description.Note),
            new("repeats", source.Origin is { } origin ? (origin.Likely ? "likely " : "") + SourceText.Of(origin.Source, answer.Names) : null),
        ]);
        foreach (var rating in answer.Ratings)
        {
            display.Write(Line.Of($"reliability {rating.Reliability}", Tone.Strong) + $"  {rating.Words}".TrimEnd());
            display.Write(EventText.Of(rating.Event, answer.Names), 1);
        }

        display.Blank();
        if (source.Captured == false)
            display.Write(Line.Of("no capture: it is cited unseen", Tone.Caution));
        foreach (var capture in source.Captures ?? [])
            Show(display, capture, answer.Captures.FirstOrDefault(entry => entry.Digest == capture.Digest), answer.Names, source.IsErased(capture.Digest));
        foreach (var capture in source.WithheldCaptures ?? [])
            display.Fields([new("capture", Line.Of($"sha256 {capture.Digest}", Tone.Id)), new("which is", AccessText.Of(capture.Withheld))]);
        AccessText.Show(display, answer.Disclosure);
    }

    private static void Show(IDisplay display, Capture capture, CaptureEntry? entry, Names names, bool erased)
    {
        if (erased)
            display.Write(Line.Of("erased", Tone.Bad));
        CaptureSheet.Show(display, capture);
        if (entry?.Words is { } words)
            display.Write(words, 1);
        if (entry is not null)
            display.Write(EventText.Of(entry.Event, names), 1);
        display.Blank();
    }
}
