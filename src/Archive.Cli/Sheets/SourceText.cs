using Archive.Cli.Display;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>A source in one line.</summary>
internal static class SourceText
{
    public static Line Of(SourceView source)
    {
        if (!source.IsShown)
            return [new Span(source.Id, Tone.Id), "  ", .. AccessText.Of(source.Withheld)];
        var description = source.Description;
        var spans = new List<Span> { new(source.Id, Tone.Id), $"  {source.ShownTitle}" };
        if (description.Publisher is not null)
            spans.Add($", {description.Publisher}");
        if (description.Published is not null)
            spans.AddRange([", published ", .. DateText.Of(description.Published)]);
        if (source.Reliability is { } reliability)
            spans.Add($", reliability {reliability}");
        if (description.Weak)
            spans.Add(new Span(", weak: a lead only", Tone.Caution));
        if (source.MergedInto is not null)
            spans.Add(new Span($", merged into {source.MergedInto}", Tone.Caution));
        if (source.ErasedEvents is not null)
            spans.Add(new Span(", in part erased", Tone.Caution));
        var held = (source.Captures ?? []).Count(capture => !source.IsErased(capture.Digest));
        spans.Add(held switch
        {
            0 when source.Captured == false && source.Erased is null => new Span(", cited unseen", Tone.Caution),
            0 => "",
            1 => ", 1 capture",
            _ => $", {held} captures",
        });
        if (source.Erased is { } erased)
            spans.Add(new Span($", {ErasureText.Of(erased)}", Tone.Caution));
        foreach (var capture in source.WithheldCaptures ?? [])
            spans.Add(new Span($", capture {capture.Digest[..12]}… {AccessText.Of(capture.Withheld.Access)}", Tone.Caution));
        return new Line(spans);
    }

    /// <summary>A source of which an answer may know no more than the id.</summary>
    public static Line Of(string id, Names names) =>
        names.Sources.TryGetValue(id, out var source) ? Of(source) : Line.Of(id, Tone.Id);
}
