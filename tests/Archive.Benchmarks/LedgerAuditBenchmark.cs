using System.Globalization;

namespace Archive.Benchmarks;

/// <summary>An audit of the ledger against a rebuild of the same archive, which reads, folds and writes what the audit reads, folds and compares.</summary>
internal sealed class LedgerAuditBenchmark : IBenchmark
{
    private const int Versions = 5;

    public string Name => "ledger-audit";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        var shape = new RecordShape("r", run.Scaled(1_000_000) / Versions, Versions, Near: false);
        await using var archive = await FilledArchive.CreateAsync(run, shape);
        long memory = 0;
        var (job, anchor) = await Samples.InTurnAsync(
            3,
            async () => memory = Math.Max(memory, await ArchiveCommand.RunAsync(archive.ConnectionString, "audit", "ledger", "--json")),
            () => ArchiveCommand.RunAsync(archive.ConnectionString, "rebuild"));
        var events = shape.Events + 2;
        return
        [
            new(string.Create(CultureInfo.InvariantCulture, $"audit of a ledger of {events:N0} entries, corrections spread"), "archive rebuild of the same", Samples.PerSecond(events * 1000 / job.Median), Samples.PerSecond(events * 1000 / anchor.Median), anchor.Median / job.Median, ">= 0.5"),
            new("the same, memory of the process at its peak", "500 MB", string.Create(CultureInfo.InvariantCulture, $"{memory / 1_000_000} MB"), "500 MB", memory / 5e8, "<= 1"),
        ];
    }
}
