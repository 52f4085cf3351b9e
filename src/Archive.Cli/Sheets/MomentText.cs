using Archive.Cli.Display;
using Archive.Domain.Ledger;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>Which entry an answer is as of, whether it is final, and the digest that proves it.</summary>
internal static class MomentText
{
    /// <param name="subject">What the entry can be written behind, to ask the same again.</param>
    public static IEnumerable<Field> Fields(Moment moment, string subject, string? digest) =>
    [
        new("as of", Of(moment)),
        new("answer", moment.Final
            ? Line.Of("final: the same question will always get this answer", Tone.Good)
            : [new Span("provisional: later entries may change it; ", Tone.Caution), "pin it with ", new Span($"{subject}@{moment.Entry}", Tone.Id)]),
        new("digest", digest is null ? null : Line.Of($"sha256 {digest}", Tone.Quiet)),
    ];

    public static Line Of(Moment moment) => moment.RecordedAt is { } at
        ? [new Span($"entry {moment.Entry}", Tone.Strong), $", recorded {Recorded(at)}"]
        : "before the first entry";

    /// <summary>A recorded time, UTC.</summary>
    public static string Recorded(DateTimeOffset at) => RecordedTime.Format(at);
}
