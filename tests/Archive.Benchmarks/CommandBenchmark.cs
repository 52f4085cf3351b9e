using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.Domain.Time;
using Archive.EventLog;
using Npgsql;
using NpgsqlTypes;
using System.Diagnostics;
using System.Text;

namespace Archive.Benchmarks;

/// <summary>
/// Commands through the whole pipeline, durable when acknowledged, against prepared single-row INSERTs of rows as large, each on a connection of
/// its own. Half of the commands record claims, a quarter corrects one, a quarter rates one. Nobody projects but where it is said.
/// </summary>
internal sealed class CommandBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const string Record = "r0";

    private int _commands;

    public string Name => "commands";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        await using var archive = await FilledArchive.CreateAsync(run, new RecordShape(Record, 2_000, 2));
        await archive.ReopenAsync();
        await archive.ExecuteAsync("create table bench_rows (id bigint generated always as identity primary key, stream text not null, data jsonb not null, headers jsonb not null)");
        var figures = new List<Figure>
        {
            await CompareAsync(archive, run, 16, "commands, 16 callers, nobody projecting", "INSERT, 16 connections", ">= 0.8, p99 <= 50 ms"),
            await CompareAsync(archive, run, 1, "commands, 1 caller, nobody projecting", "INSERT, 1 connection", ">= 0.3"),
        };
        await archive.Host.CatchUpAsync(CancellationToken.None);
        figures.Add(await CompareAsync(archive, run, 16, "the same, 16 callers, projected by the same process", "INSERT, 16 connections", "0.9 of the rate without"));
        figures.Add(await CompareAsync(archive, run, 1, "the same, 1 caller, projected by the same process", "INSERT, 1 connection", "0.9 of the rate without"));
        return figures;
    }

    private async Task<Figure> CompareAsync(FilledArchive archive, BenchmarkRun run, int callers, string job, string anchor, string goal)
    {
        var each = Math.Max(40, run.Scaled(callers == 1 ? 2_000 : 16_000) / callers);
        var rounds = new List<((double Rate, double P99) Job, (double Rate, double P99) Anchor)>();
        var connections = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => archive.Database.OpenConnectionAsync().AsTask()));
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add((
                await RateAsync(callers, each, (caller, i) => CommandAsync(archive.Host, caller, i)),
                await RateAsync(callers, each, (caller, i) => InsertAsync(connections[caller], i))));
        }

        foreach (var connection in connections)
            await connection.DisposeAsync();
        // The first round warms up.
        var (done, rows) = (Median(rounds.Skip(1).Select(round => round.Job)), Median(rounds.Skip(1).Select(round => round.Anchor)));
        return new(
            job, anchor, $"{Samples.PerSecond(done.Rate)}, p99 {Samples.Milliseconds(done.P99)}", $"{Samples.PerSecond(rows.Rate)}, p99 {Samples.Milliseconds(rows.P99)}", done.Rate / rows.Rate, goal);
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

    private async Task CommandAsync(ArchiveHost host, int caller, int i)
    {
        var number = Interlocked.Increment(ref _commands);
        var context = new CommandContext(EventId.NameBased(Guid.Empty, BitConverter.GetBytes(number)), "bench", Role: Role.Administrator);
        // Callers keep to claims of their own, so that nobody is in conflict.
        var claim = FilledArchive.ClaimId(Record, (caller * 125) + (i % 125));
        ICommand command = (i % 4) switch
        {
            0 => new CorrectClaim(context, claim, Draft(number), [new CitationDraft("s0"), new CitationDraft("s0", Stance.Mentions, CitedPart.When)], new Correction(CorrectionReason.WrongTime, Fault.Source, "The day was another, as the later account has it.")),
            2 => new RateClaim(context, claim, 1 + (number % 6), $"A judgement that differs from the one before it, of number {number}."),
            _ => new RecordClaim(context, $"{Record}/n{number}", Draft(number), [new CitationDraft("s0", Phrase: "they met in the morning of that day")]),
        };
        var outcome = await host.Sender.Send(command);
        if (outcome is not Outcome<Receipt>.Ok)
            throw new InvalidOperationException($"{outcome}");
    }

    private static ClaimDraft Draft(int number) => new(
        $"Claim of number {number}: the delegations met and agreed to go on meeting, as both sides said afterwards in statements of the same day.",
        new Background([], null), "en", new DateDraft("2023-03-20", "about 12:59 +03:00", "Europe/Moscow"));

    private static async Task InsertAsync(NpgsqlConnection connection, int i)
    {
        await using var command = new NpgsqlCommand("insert into bench_rows (stream, data, headers) values ($1, $2, $3)", connection);
        command.Parameters.Add(new() { Value = FilledArchive.ClaimId(Record, i) });
        command.Parameters.Add(new() { Value = EventCatalogue.Serialize(FilledArchive.Event(Record, i, 1)), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = Headers, NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.PrepareAsync();
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>As large as the archive's own.</summary>
    private static readonly byte[] Headers = Encoding.UTF8.GetBytes(
        $$$"""{"archive":{"actor":"bench","command":"{{{Guid.Empty}}}","refs":["record/r0","source/s0"],"index":0,"count":1,"appendedAt":"2026-11-24T13:58:42.278324Z","fingerprint":"{{{new string('5', 64)}}}","payloadSalt":"{{{new string('A', 43)}}}=","metadataSalt":"{{{new string('A', 43)}}}="}}""");
}
