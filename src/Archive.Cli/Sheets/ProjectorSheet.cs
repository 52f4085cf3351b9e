using Archive.Cli.Display;
using Archive.Cli.Verbs;

namespace Archive.Cli.Sheets;

/// <summary>One change in the state of a projector, as a line of a log.</summary>
internal static class ProjectorSheet
{
    public static void Show(IDisplay display, ProjectorNews news) => display.Write(
    [
        new Span(MomentText.Recorded(news.At), Tone.Quiet),
        $"  {news.Projector}  ",
        new Span(Kebab.Of(news.State), ToneOf(news.State)),
        $": {news.Message}{(news.Code is null ? "" : $" ({news.Code})")}",
    ]);

    private static Tone ToneOf(ProjectorState state) => state switch
    {
        ProjectorState.Projecting => Tone.Good,
        ProjectorState.Away => Tone.Caution,
        ProjectorState.Stopped => Tone.Bad,
        _ => Tone.Strong,
    };
}
