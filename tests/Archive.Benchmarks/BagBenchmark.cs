using System.Security.Cryptography;
using Archive.Packages;
using Archive.Tests.Packages;

namespace Archive.Benchmarks;

/// <summary>A package of 10,000 entries, verified by its key alone, against SHA-256 of the same files.</summary>
internal sealed class BagBenchmark : IBenchmark
{
    public string Name => "bag";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        using var package = await PackageSample.WriteAsync(run.Scaled(5_000));
        var verdict = await VerifyAsync(package);
        if (!verdict.Complete)
            throw new InvalidOperationException($"The package is not complete: {verdict.Errors[0]}");
        var (verifying, digesting) = await Samples.InTurnAsync(5, () => VerifyAsync(package), () => Task.FromResult(Digest(package.Folder)));
        var rate = verdict.Entries / verifying.Median * 1_000;
        return
        [
            new(
                $"verify a package of {verdict.Entries:N0} entries: {rate:N0} entries/s",
                "SHA-256 of the same files",
                Samples.Milliseconds(verifying.Median),
                Samples.Milliseconds(digesting.Median),
                verifying.Median / digesting.Median,
                ">= 10,000 entries/s"),
        ];
    }

    private static async Task<BagVerdict> VerifyAsync(PackageSample package) => (await BagVerification.VerifyAsync(package.Folder, [package.Verifier], default))!;

    private static int Digest(string folder)
    {
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stream = File.OpenRead(file);
            count += SHA256.HashData(stream).Length;
        }

        return count;
    }
}
