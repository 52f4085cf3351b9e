using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Access;
using Archive.EventLog;
using Archive.Snapshots;
using System.Diagnostics;

namespace Archive.Benchmarks;

/// <summary>From a command's acknowledgement to an answer that shows it, against the command itself.</summary>
internal sealed class VisibilityBenchmark : IBenchmark
{
    public string Name => "visibility";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        await using var archive = await FilledArchive.CreateAsync(run, new RecordShape("r", 50, 1));
        archive.Host.StartProjecting();
        var (visible, commit) = (new Samples(), new Samples());
        for (var i = 0; i < 250; i++)
        {
            var context = new CommandContext(EventId.NameBased(Guid.Empty, BitConverter.GetBytes(i)), "bench", Role: Role.Administrator);
            var began = Stopwatch.GetTimestamp();
            var outcome = await archive.Host.Sender.Send(new RateClaim(context, FilledArchive.ClaimId("r", i % 50), 1 + (i / 50 % 6)));
            var committed = Stopwatch.GetElapsedTime(began);
            began = Stopwatch.GetTimestamp();
            await archive.Host.WaitForAsync(((Outcome<Receipt>.Ok)outcome).Value.Position!.Value, CancellationToken.None);
            await archive.Host.Sender.Send(new GetClaim(FilledArchive.ClaimId("r", i % 50), AsOf.Latest) { Asker = FilledArchive.Reader });
            if (i < 50)
                continue;
            commit.Add(committed);
            visible.Add(Stopwatch.GetElapsedTime(began));
        }

        return [new("acknowledged to visible in an answer", "the command", $"{Samples.Milliseconds(visible.Median)}, p99 {Samples.Milliseconds(visible.Percentile(0.99))}", Samples.Milliseconds(commit.Median), visible.Median / commit.Median, "p50 <= 10 ms, p99 <= 50 ms")];
    }
}
