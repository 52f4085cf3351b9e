using System.Diagnostics;
using Archive.Commands;
using Archive.Domain.Access;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.Sources;
using Npgsql;
using NpgsqlTypes;

namespace Archive.Benchmarks;

/// <summary>
/// Captures through the whole pipeline, durable when acknowledged, against a plain binary COPY of the same bytes, in chunks as large, into a table as
/// wide, committed. Random bytes, which have no text.
/// </summary>
internal sealed class CaptureBenchmark : IBenchmark
{
    private const int Rounds = 7;
    private const int ChunkSize = 64 * 1024;

    public string Name => "capture";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        await using var archive = await FilledArchive.CreateAsync(run, new RecordShape("r0", 10, 1));
        await archive.ExecuteAsync("create table bench_chunks (content bigint not null, number integer not null, bytes bytea not null, primary key (content, number))");
        await archive.ExecuteAsync("alter table bench_chunks alter column bytes set storage external");
        var bytes = new byte[Math.Max(1_000_000, run.Scaled(50_000_000))];
        var (captures, copies) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            new Random(round).NextBytes(bytes);
            bytes[0] = 1;
            captures.Add(await RateAsync(bytes.Length, () => CaptureAsync(archive.Host, bytes, round)));
            copies.Add(await RateAsync(bytes.Length, () => CopyAsync(archive.Database, bytes, round)));
        }

        // The first round warms up.
        var (capture, copy) = (Median(captures.Skip(1)), Median(copies.Skip(1)));
        return [new($"capture of {bytes.Length / 1_000_000} MB", "binary COPY of the same, in chunks", $"{capture:0} MB/s", $"{copy:0} MB/s", capture / copy, ">= 0.5")];
    }

    private static double Median(IEnumerable<double> rates)
    {
        var sorted = rates.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static async Task<double> RateAsync(int length, Func<Task> job)
    {
        var began = Stopwatch.GetTimestamp();
        await job();
        return length / 1_000_000.0 / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task CaptureAsync(ArchiveHost host, byte[] bytes, int round)
    {
        var context = new CommandContext(EventId.NameBased(Guid.Empty, BitConverter.GetBytes(10_000_000 + round)), "bench", Role: Role.Administrator);
        var outcome = await host.Sender.Send(new CaptureSource(
            context, "s0", new CaptureDraft(Method: CaptureMethod.Download), new CaptureBytes(() => new MemoryStream(bytes, writable: false), bytes.Length)));
        if (outcome is not Outcome<Receipt>.Ok)
            throw new InvalidOperationException($"{outcome}");
    }

    private static async Task CopyAsync(NpgsqlDataSource database, byte[] bytes, int round)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync("copy bench_chunks (content, number, bytes) from stdin (format binary)");
        for (var at = 0; at < bytes.Length; at += ChunkSize)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync((long)round, NpgsqlDbType.Bigint);
            await copy.WriteAsync(at / ChunkSize, NpgsqlDbType.Integer);
            await copy.WriteAsync(new ArraySegment<byte>(bytes, at, Math.Min(ChunkSize, bytes.Length - at)), NpgsqlDbType.Bytea);
        }

        await copy.CompleteAsync();
    }
}
