using Archive.Cli.Opening;
using Archive.Projection;

namespace Archive.Cli.Verbs;

/// <summary>A change in the state of a process that projects; the line of <c>--json</c>.</summary>
/// <param name="At">When this process noticed, by its own clock.</param>
/// <param name="Projector">Which process.</param>
/// <param name="State">The state that begins.</param>
/// <param name="Message">The same for people, and what to do.</param>
/// <param name="Code">Why it stopped.</param>
/// <param name="Entry">The last entry projected when it began to project.</param>
/// <param name="Generation">The read models that it fills.</param>
internal sealed record ProjectorNews(
    DateTimeOffset At, string Projector, ProjectorState State, string Message, string? Code = null, long? Entry = null, int? Generation = null)
{
    public static ProjectorNews Of(ProjectorState state, string message) =>
        new(TimeProvider.System.GetUtcNow(), ProjectorName.OfThisProcess, state, message);

    public static ProjectorNews Of(ProjectorReport report) => report switch
    {
        ProjectorReport.Waiting { Holder: { } holder } => Of(ProjectorState.Waiting, $"The lease is held by {holder}; this process goes on when that ends."),
        ProjectorReport.Waiting => Of(ProjectorState.Waiting, "The lease is held by another process; this one goes on when that ends."),
        ProjectorReport.Projecting now => Of(ProjectorState.Projecting, $"Entry {now.Entry} is projected into generation {now.Generation}, and on from there.") with
        {
            Entry = now.Entry,
            Generation = now.Generation,
        },
        ProjectorReport.Stopped stopped => Of(ProjectorState.Stopped, stopped.Message) with { Code = stopped.Code },
        ProjectorReport.Away { Cause: var cause } => Of(ProjectorState.Away, $"{(Outages.Explain(cause) ?? cause.Message).TrimEnd('.')}. It is tried again until it is back."),
        _ => throw new ArgumentOutOfRangeException(nameof(report), report, "No such report is known."),
    };
}
