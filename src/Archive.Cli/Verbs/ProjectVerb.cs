using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Projection;

namespace Archive.Cli.Verbs;

internal sealed class ProjectVerb() : Verb("project", "Keep the read models up with the log, as a service, until it is told to end.")
{
    private static readonly TimeSpan AfterOutage = TimeSpan.FromSeconds(1);

    public override IReadOnlyList<string> Examples => ["archive project", "archive project --json"];

    public override IReadOnlyList<string> Notes =>
    [
        """
        One process projects at a time, the one that holds the lease. Start as many as you like, on as many machines: the others wait, and one of them
        goes on within seconds when it ends, whatever ended it. Without any, each command that needs to projects for itself.
        """,
        """
        It says when it begins to project, waits, stops at an event, or finds the database away, and tries again by itself, also where the database is
        not there yet when it starts; with --json each is one line. Ctrl-C or SIGTERM ends it, with 0.
        """,
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var terminal = new Watcher(run);
        terminal.Tell(ProjectorNews.Of(ProjectorState.Started, "This process projects as soon as it has the lease. Ctrl-C ends it."));
        try
        {
            await using var archive = await OpenAsync(run, terminal);
            await archive.ProjectAsync(terminal, run.Cancellation);
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            // To be told to end is how it ends.
        }

        terminal.Tell(ProjectorNews.Of(ProjectorState.Ended, "The lease is free for another process."));
        return ExitCode.Ok;
    }

    /// <summary>A machine may start its services in any order.</summary>
    private static async Task<IOpenedArchive> OpenAsync(Invocation run, Watcher terminal)
    {
        for (var said = false; ; said = true)
        {
            try
            {
                return await run.OpenAsync(Freshness.AsProjected);
            }
            catch (Exception e) when (Outages.Explain(e) is not null)
            {
                if (!said)
                    terminal.Report(new ProjectorReport.Away(e));
                await Task.Delay(AfterOutage, run.Cancellation);
            }
        }
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
