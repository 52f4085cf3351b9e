namespace Archive.Benchmarks;

/// <summary>One row of docs/benchmarks.md: a job and its anchor, measured in turn in the same run.</summary>
internal interface IBenchmark
{
    /// <summary>Short name by which the row can be asked for.</summary>
    string Name { get; }

    Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run);
}
