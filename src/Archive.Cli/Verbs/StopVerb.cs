namespace Archive.Cli.Verbs;

internal sealed class StopVerb() : Verb("stop", "End the archive's private database server.")
{
    public override IReadOnlyList<string> Examples => ["archive stop"];

    public override IReadOnlyList<string> Notes =>
        ["The next command starts it again. A server of your own, named by ARCHIVE_POSTGRES, is never touched."];

    public override async Task<int> RunAsync(Invocation run)
    {
        var stopped = await run.Around.Archives.StopAsync(run.Cancellation);
        return run.Answer(new StopAnswer(stopped), (display, answer) => display.Write(answer.Stopped ? "Stopped." : "It was not running."));
    }
}
