using System.Globalization;
using Archive.Benchmarks;
using Archive.Benchmarks.Scale;
using Archive.Postgres;

// dotnet run -c Release --project tests/Archive.Benchmarks -- [ROW...] [--scale FACTOR]
// dotnet run -c Release --project tests/Archive.Benchmarks -- scale [--FIGURE VALUE]...
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["scale", .. var figures])
{
    if (NodeFigures.Read(figures, out var node) is { } wrong)
    {
        await Console.Error.WriteLineAsync(wrong);
        return 2;
    }

    foreach (var line in ScaleReport.Lines(node))
        await Console.Out.WriteLineAsync(line);
    return 0;
}

IBenchmark[] all =
[
    new SnapshotBenchmark(), new TimeTravelBenchmark(), new CommandBenchmark(), new ImportBenchmark(), new VisibilityBenchmark(), new RebuildBenchmark(),
    new EventStoreBenchmark(), new CaptureBenchmark(), new AnchorBenchmark(), new AuditBenchmark(), new LedgerAuditBenchmark(), new TreeBenchmark(), new TreeUpkeepBenchmark(), new BagBenchmark(),
];
var scaleAt = Array.IndexOf(args, "--scale");
var scale = scaleAt < 0 ? 1 : double.Parse(args[scaleAt + 1], CultureInfo.InvariantCulture);
var names = args.Where((_, i) => scaleAt < 0 || (i != scaleAt && i != scaleAt + 1)).ToArray();
var unknown = names.Except(all.Select(benchmark => benchmark.Name), StringComparer.Ordinal).ToArray();
if (unknown.Length > 0)
{
    await Console.Error.WriteLineAsync($"There is no benchmark {string.Join(", ", unknown)}. There are: {string.Join(", ", all.Select(benchmark => benchmark.Name))}.");
    return 2;
}

var output = Console.Out;
var settings = ArchiveSettings.FromEnvironment(
    name => Environment.GetEnvironmentVariable(name == ArchiveSettings.PostgresVariable ? "ARCHIVE_TEST_POSTGRES" : name), Environment.IsPrivilegedProcess);
var server = await ArchiveDatabaseLocation.ResolveAsync(settings, text => Console.Error.WriteLine(text), TimeProvider.System, CancellationToken.None);
await using var run = new BenchmarkRun(server, scale, text => Console.Error.WriteLine(text));
await output.WriteLineAsync("| job | anchor | job | anchor | ratio | to reach |");
await output.WriteLineAsync("| --- | --- | --- | --- | --- | --- |");
foreach (var benchmark in all.Where(benchmark => names.Length == 0 || names.Contains(benchmark.Name, StringComparer.Ordinal)))
{
    foreach (var figure in await benchmark.RunAsync(run))
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {figure.Job} | {figure.Anchor} | {figure.JobValue} | {figure.AnchorValue} | {figure.Ratio:0.00} | {figure.Goal} |"));
}

return 0;
