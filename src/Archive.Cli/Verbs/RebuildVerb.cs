using Archive.Cli.Complaints;
using Archive.Cli.Opening;
using Archive.Projection;

namespace Archive.Cli.Verbs;

internal sealed class RebuildVerb() : Verb("rebuild", "Fill new read models from the log, from zero, and switch over to them.")
{
    public override IReadOnlyList<string> Examples => ["archive rebuild"];

    public override IReadOnlyList<string> Notes =>
        ["Readers go on undisturbed until it switches over. Every leaf hash is compared with the former one; on any difference nothing is switched."];

    public override async Task<int> RunAsync(Invocation run)
    {
        await using var archive = await run.OpenAsync(Freshness.AsProjected);
        var result = await run.Terminal.WithProgressAsync(
            "Rebuilding the read models",
            bar => archive.RebuildAsync(new Steps(bar), run.Cancellation));
        return run.Answer(result, (display, answer) => display.Write($"Rebuilt {answer.Entries} entries; generation {answer.Generation} answers from now on."));
    }

    private sealed class Steps(IProgress<(long Done, long Total)> bar) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => bar.Report((value.Entries, value.Total));
    }
}
