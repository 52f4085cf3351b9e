using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Projection;

namespace Archive.Cli.Verbs;

internal sealed class ProjectVerb() : Verb("project", "Keep the read models up with the log, as a service, until it is told to end.")
{
    public override IReadOnlyList<string> Examples => ["archive project", "archive project --json"];

    public override IReadOnlyList<string> Notes =>
    [
        """
        One process projects at a time, the one that holds the lease. Start as many as you like, on as many machines: the others wait, and one of them
        goes on within seconds when it ends, whatever ended it. Without any, each command that needs to projects for itself.
        """,
        """
        It says when it begins to project, waits, stops at an event, or finds the database away, and tries again by itself; with --json each is one
        line. It needs the database to start: until that serves, it ends with 3, for a service manager to start it again. Ctrl-C or SIGTERM ends it, with 0.
        """,
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var terminal = new Watcher(run);
        terminal.Tell(ProjectorNews.Of(ProjectorState.Started, "This process projects as soon as it has the lease. Ctrl-C ends it."));
        try
        {
            await using var archive = await run.OpenAsync(Freshness.AsProjected);
            await archive.ProjectAsync(terminal, run.Cancellation);
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            // To be told to end is how it ends.
        }

        terminal.Tell(ProjectorNews.Of(ProjectorState.Ended, "The lease is free for another process."));
        return ExitCode.Ok;
    }

    private sealed class Watcher(Invocation run) : IProgress<ProjectorReport>
    {
        public void Report(ProjectorReport value) => Tell(ProjectorNews.Of(value));

        /// <summary>At once: whoever reads along, reads a pipe.</summary>
        public void Tell(ProjectorNews news)
        {
            if (run.AsJson)
                run.Terminal.Output.WriteLine(CliJson.Of(news, CliJson.OneLine));
            else
                ProjectorSheet.Show(run.Display, news);
            run.Terminal.Output.Flush();
        }
    }
}
