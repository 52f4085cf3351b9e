using System.Diagnostics;
using Archive.Access;
using Archive.Commands;
using Archive.Domain.Access;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.Evidence.Audits;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.Benchmarks;

/// <summary>An audit of captures in the content store against <c>sha256sum</c> of files with the same bytes.</summary>
internal sealed class AuditBenchmark : IBenchmark
{
    private const int Captures = 24;
    private const int Rounds = 7;

    public string Name => "audit";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        await using var archive = await FilledArchive.CreateAsync(run, new RecordShape("r0", 10, 1));
        var folder = Directory.CreateTempSubdirectory("archive-bench-").FullName;
        try
        {
            var bytes = new byte[Math.Max(100_000, run.Scaled(10_000_000))];
            for (var i = 0; i < Captures; i++)
            {
                new Random(i).NextBytes(bytes);
                bytes[0] = 1;
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{i:00}"), bytes);
                await CaptureAsync(archive.Host, bytes, i);
            }

            await archive.Host.CatchUpAsync(CancellationToken.None);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var peak = 0L;
            var (audits, sums) = await Samples.InTurnAsync(
                Rounds,
                async () =>
                {
                    await AuditAsync(archive.Host);
                    peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - before);
                },
                () => SumAsync(folder));
            var megabytes = (double)bytes.Length * Captures / 1_000_000;
            var (audit, sum) = (megabytes / audits.Median * 1_000, megabytes / sums.Median * 1_000);
            return
            [
                new($"audit of {megabytes:N0} MB of captures", "sha256sum of the same bytes in files", $"{audit:0} MB/s", $"{sum:0} MB/s", audit / sum, ">= 0.5"),
                new("the same, memory that it holds at its end", "100 MB", $"{peak / 1_000_000} MB", "100 MB", peak / 100_000_000.0, "<= 1"),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CaptureAsync(ArchiveHost host, byte[] bytes, int number)
    {
        var context = new CommandContext(EventId.NameBased(Guid.Empty, BitConverter.GetBytes(20_000_000 + number)), "bench", Role: Role.Administrator);
        var outcome = await host.Sender.Send(new CaptureSource(
            context, "s0", new CaptureDraft(Method: CaptureMethod.Download), new CaptureBytes(() => new MemoryStream(bytes, writable: false), bytes.Length)));
        if (outcome is not Outcome<Receipt>.Ok)
            throw new InvalidOperationException($"{outcome}");
    }

    private static async Task AuditAsync(ArchiveHost host)
    {
        var outcome = await host.Sender.Send(new AuditEvidence(null, PageRequest.First) { Asker = new Asker("bench", Role.Auditor) });
        if (outcome is not Outcome<EvidenceAudit>.Ok { Value: { Sound: true, Captures.Exact: Captures } })
            throw new InvalidOperationException($"{outcome}");
    }

    private static async Task SumAsync(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("sha256sum", Directory.GetFiles(folder)) { RedirectStandardOutput = true, UseShellExecute = false })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"sha256sum ended with {process.ExitCode}.");
    }
}
