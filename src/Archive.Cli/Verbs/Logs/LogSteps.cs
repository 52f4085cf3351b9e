using Archive.LogCopies;

namespace Archive.Cli.Verbs.Logs;

/// <summary>Moves the bar of a copy or a comparison.</summary>
internal sealed class LogSteps(IProgress<(long Done, long Total)> bar) : IProgress<LogCopyProgress>
{
    public void Report(LogCopyProgress value) => bar.Report((value.Done, value.Total));
}
