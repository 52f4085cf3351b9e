using System.Diagnostics;
using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Events;
using Archive.EventLog;
using Npgsql;
using NpgsqlTypes;

namespace Archive.Benchmarks;

/// <summary>Commands through the whole pipeline, durable when acknowledged, against prepared single-row INSERTs of the same size.</summary>
internal sealed class CommandBenchmark : IBenchmark
{
    public string Name => "commands";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        await using var archive = await FilledArchive.CreateAsync(run, new RecordShape("r", 320, 1));
        await archive.ExecuteAsync("create table bench_rows (id bigint generated always as identity primary key, stream text not null, data jsonb not null, headers jsonb not null)");
        var (many, manyRows) = await CompareAsync(archive, run, 16);
        var (one, oneRow) = await CompareAsync(archive, run, 1);
        return
        [
            Of("commands, 16 callers", "INSERT, 16 connections", many, manyRows, ">= 0.8, p99 <= 50 ms"),
            Of("commands, 1 caller", "INSERT, 1 connection", one, oneRow, ">= 0.3"),
        ];
    }

    private static Figure Of(string job, string anchor, (double Rate, double P99) done, (double Rate, double P99) rows, string goal) => new(
        job, anchor, $"{Samples.PerSecond(done.Rate)}, p99 {Samples.Milliseconds(done.P99)}", $"{Samples.PerSecond(rows.Rate)}, p99 {Samples.Milliseconds(rows.P99)}", done.Rate / rows.Rate, goal);

    private static async Task<((double Rate, double P99) Job, (double Rate, double P99) Anchor)> CompareAsync(FilledArchive archive, BenchmarkRun run, int callers)
    {
        var each = Math.Max(20, run.Scaled(1_600) / callers / (callers == 1 ? 4 : 1));
        var rounds = new List<((double Rate, double P99) Job, (double Rate, double P99) Anchor)>();
        for (var round = 0; round < 4; round++)
        {
            var r = round;
            rounds.Add((
                await RateAsync(callers, each, (caller, i) => CommandAsync(archive, r, caller, i)),
                await RateAsync(callers, each, (caller, i) => InsertAsync(archive.Database, caller))));
        }

        // The first round warms up.
        return (Median(rounds.Skip(1).Select(round => round.Job)), Median(rounds.Skip(1).Select(round => round.Anchor)));
    }

    private static (double Rate, double P99) Median(IEnumerable<(double Rate, double P99)> rounds)
    {
        var sorted = rounds.OrderBy(round => round.Rate).ToArray();
        return sorted[sorted.Length / 2];
    }

    private static async Task<(double Rate, double P99)> RateAsync(int callers, int each, Func<int, int, Task> job)
    {
        var samples = new Samples();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
            {
                var n = i;
                await samples.TimeAsync(() => job(caller, n));
            }
        })));
        return (callers * each / Stopwatch.GetElapsedTime(began).TotalSeconds, samples.Percentile(0.99));
    }

    private static async Task CommandAsync(FilledArchive archive, int round, int caller, int i)
    {
        var name = $"{round} {caller} {i} {Environment.CurrentManagedThreadId} {Stopwatch.GetTimestamp()}";
        var context = new CommandContext(EventId.NameBased(Guid.Empty, System.Text.Encoding.UTF8.GetBytes(name)), "bench");
        var outcome = await archive.Host.Sender.Send(new RateClaim(
            context, FilledArchive.ClaimId("r", (caller * 20) + (i % 20)), 1 + ((i / 20) + round) % 6, $"A judgement that differs: {i}."));
        if (outcome is not Outcome<Receipt>.Ok)
            throw new InvalidOperationException($"{outcome}");
    }

    private static async Task InsertAsync(NpgsqlDataSource database, int caller)
    {
        await using var command = database.CreateCommand("insert into bench_rows (stream, data, headers) values ($1, $2, $3)");
        command.Parameters.Add(new() { Value = FilledArchive.ClaimId("r", caller) });
        command.Parameters.Add(new() { Value = EventCatalogue.Serialize(FilledArchive.Event("r", caller, 1)), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = """{"archive":{"actor":"bench","command":"00000000-0000-0000-0000-000000000000"}}""", NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync();
    }
}
