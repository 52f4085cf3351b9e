namespace Archive.Projection;

/// <summary>Tells whoever watches this process's projector what becomes of it, once a change.</summary>
internal sealed class ProjectorWatch
{
    private ProjectorReport? _last;
    private ProjectorReport.Stopped? _stopped;

    /// <summary>To be set before the projector starts; it is called on the projector's own path, so it must be quick.</summary>
    public IProgress<ProjectorReport>? Watcher { get; set; }

    public void Report(ProjectorReport report)
    {
        // Two projectors that stop at the same event take turns in trying it: each says so once.
        if (report is ProjectorReport.Stopped ? report == _stopped : report.GetType() == _last?.GetType())
            return;
        _last = report;
        _stopped = report switch
        {
            ProjectorReport.Stopped stopped => stopped,
            ProjectorReport.Waiting => _stopped,
            _ => null,
        };
        Watcher?.Report(report);
    }
}
