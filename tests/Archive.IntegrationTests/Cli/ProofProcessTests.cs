using System.Text.Json.Nodes;
using Archive.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Cli;

[Trait(TestLog.Trait, TestLog.None)]
public sealed class ProofProcessTests
{
    [Fact]
    public async Task What_one_process_proves_and_cites_others_verify_without_a_database_and_check_with_one()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("s1");
        await archive.OpenAsync("visit", "2023-03-20");
        await archive.RecordAsync("visit/c1", "s1");
        var folder = Directory.CreateTempSubdirectory("archive-proof-");
        try
        {
            string PathOf(string name) => Path.Combine(folder.FullName, name);
            var proved = await ArchiveProcess.RunAsync(archive.ConnectionString, "prove", "visit/c1", "--out", PathOf("proof"), "--json");
            proved.ShouldBe(proved with { Code = 0, Error = "" });
            var key = (await archive.Host.Services.GetRequiredService<LedgerKeys>().ListAsync(TestContext.Current.CancellationToken)).Single().Verifier.ToString();
            var verified = await ArchiveProcess.RunAsync("Host=127.0.0.1;Port=1;Database=nowhere", "verify", PathOf("proof"), "--key", key);
            (verified.Code, verified.Error).ShouldBe((0, ""));
            verified.Output.ShouldContain("What visit/c1 says");
            await File.WriteAllTextAsync(PathOf("article"), (await ArchiveProcess.RunAsync(archive.ConnectionString, "citation", "visit", "--claim", "c1", "--format", "bibtex")).Output, TestContext.Current.CancellationToken);
            var check = await ArchiveProcess.RunAsync(archive.ConnectionString, "check", PathOf("article"), "--json");
            check.Code.ShouldBe(0);
            JsonNode.Parse(check.Output.TrimEnd().Split('\n')[^1])!["unchanged"]!.GetValue<int>().ShouldBe(2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
