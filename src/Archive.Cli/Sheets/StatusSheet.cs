using Archive.Cli.Display;
using Archive.Projection;

namespace Archive.Cli.Sheets;

/// <summary>How far the archive has come.</summary>
internal static class StatusSheet
{
    public static void Show(IDisplay display, ArchiveStatus status) => display.Fields(
    [
        new("log", status.Log),
        .. (status.Predecessors ?? []).Reverse().Select(former => new Field("goes on from", $"{former.Name}, up to entry {former.LastEntry}")),
        new("log id", Line.Of($"{status.LogId}", Tone.Quiet)),
        new("last entry", status.RecordedAt is { } at ? $"{status.Entry}, recorded {MomentText.Recorded(at)}" : "none yet"),
        new("lag", status.Lag is not { } lag ? Line.Of("unknown", Tone.Caution) : lag == 0 ? Line.Of("0 events", Tone.Good) : Line.Of($"{lag} events not yet projected", Tone.Caution)),
        new("read models", $"generation {status.Generation}, projection version {status.ProjectionVersion}"),
        new("projector", status.Stopped is not null ? Line.Of("stopped", Tone.Bad) : status.Projecting ? "at work" : "none at the moment"),
        new("checkpoint", status.Checkpoint is { } signed ? $"of entry {signed.Size}, signed {MomentText.Recorded(signed.SignedAt)}" : Line.Of("none yet", Tone.Quiet)),
        .. status.Unsigned is { } unsigned ? [new Field("not signed", Line.Of($"{unsigned.Code}: {unsigned.Message}", Tone.Caution))] : Array.Empty<Field>(),
        new("ready", status.Ready ? Line.Of("yes", Tone.Good) : Line.Of("no", Tone.Bad)),
        .. status.Problems.Select(problem => new Field(problem.Code, Line.Of(problem.Message, Tone.Bad))),
    ]);
}
