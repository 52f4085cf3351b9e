using Archive.Access;
using Archive.Commands;
using Archive.Domain.Access;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.IntegrationTests.Cli;
using Archive.Ledger;
using Archive.LedgerAudits;
using Archive.Projection;
using Archive.Snapshots;
using Archive.Sources;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Archive.IntegrationTests.Adversity;

/// <summary>Databases that former versions made, see Fixtures/README.md.</summary>
[Trait(TestLog.Trait, TestLog.Marten)]
public sealed class FormerDatabaseTests : IAsyncLifetime
{
    private const int Events = 250;

    private TestDatabase _database = null!;
    private int _commands;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData("projection-version-1")]
    public async Task It_is_opened_without_loss_answers_as_before_records_and_is_rebuilt(string folder)
    {
        await RestoreAsync(folder);
        await AnswersAsBeforeAsync(folder);
        await using var host = await ArchiveHost.OpenAsync(_database.ConnectionString, services => services.AddSingleton(ClockTolerance.Unlimited), Cancellation);
        var before = await EntriesAsync(host, Events);
        before.Count.ShouldBe(Events);

        var recorded = await RegisterAsync(host, "recorded-before-the-rebuild");
        var status = await StatusAsync(host);
        if (status.ProjectionVersion == ProjectionVersion.Current)
            await host.WaitForAsync(recorded, Cancellation);
        else
            status.Problems.ShouldHaveSingleItem().Code.ShouldBe("projection-version");

        (await host.RebuildAsync(null, Cancellation)).Entries.ShouldBe(Events + 1);
        (await EntriesAsync(host, Events)).ShouldBe(before);
        await AnswersAsBeforeAsync(folder);

        await host.WaitForAsync(await RegisterAsync(host, "recorded-after-it"), Cancellation);
        status = await StatusAsync(host);
        (status.Entry, status.Lag, status.Ready, status.ProjectionVersion).ShouldBe((Events + 2, 0, true, ProjectionVersion.Current));
        (await EntriesAsync(host, Events)).ShouldBe(before);
        // Also what stands beside the events is as the present build writes it.
        var audit = (await host.Sender.Send(new AuditLedger().AsTester())).ShouldBeOfType<Outcome<LedgerAudit>.Ok>().Value;
        audit.Difference.ShouldBeNull($"{audit.Difference}");
    }

    private async Task AnswersAsBeforeAsync(string folder)
    {
        ShouldSay(await ReadAsync(folder, "show-240.json"), await AskAsync("show", "visit-2023", "--as-of", "240", "--json"));
        ShouldSay(await ReadAsync(folder, "history-c17.json"), await AskAsync("history", "visit-2023/c17", "--as-of", $"{Events}", "--json"));
    }

    /// <summary>Whatever was answered is answered still; a newer build may say more.</summary>
    private static void ShouldSay(JsonNode? before, JsonNode? now, string at = "")
    {
        switch (before)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                    ShouldSay(value, now.ShouldBeOfType<JsonObject>(at)[name], $"{at}/{name}");
                break;
            case JsonArray items:
                now.ShouldBeOfType<JsonArray>(at).Count.ShouldBe(items.Count, at);
                for (var i = 0; i < items.Count; i++)
                    ShouldSay(items[i], now![i], $"{at}/{i}");
                break;
            default:
                JsonNode.DeepEquals(before, now).ShouldBeTrue($"{at}: {before} became {now}");
                break;
        }
    }

    private async Task<JsonNode> AskAsync(params string[] words)
    {
        var run = await ArchiveProcess.RunAsync(_database.ConnectionString, words);
        run.Code.ShouldBe(0, run.Error);
        return WithoutDigest(run.Output);
    }

    private static async Task<JsonNode> ReadAsync(string folder, string file) => WithoutDigest(await File.ReadAllTextAsync(Fixture(folder, file), Cancellation));

    /// <summary>
    /// An answer as it was, apart from what may be otherwise: the formula of the snapshot's digest has versions, and what was asked for as it stands is
    /// now asked for as of the entry at which it stood, which is final.
    /// </summary>
    private static JsonNode WithoutDigest(string json)
    {
        var answer = JsonNode.Parse(json)!.AsObject();
        answer.Remove("digest").ShouldBeTrue();
        answer["asOf"]!.AsObject().Remove("final");
        return answer;
    }

    private static async Task<IReadOnlyList<(long Entry, DateTimeOffset RecordedAt, Guid Event, string Leaf)>> EntriesAsync(ArchiveHost host, int count)
    {
        var entries = ((Outcome<IReadOnlyList<LedgerEntry>>.Ok)await host.Services.GetRequiredService<ReadModels>().AskAsync<IReadOnlyList<LedgerEntry>>(
            new AsOf.Entry(count),
            Asker.Itself,
            async snapshot => new Outcome<IReadOnlyList<LedgerEntry>>.Ok(await snapshot.EntriesAsync(Enumerable.Range(1, count).Select(n => (long)n))),
            Cancellation)).Value;
        return [.. entries.OrderBy(entry => entry.Id).Select(entry => (entry.Id, entry.RecordedAt, entry.EventId, entry.LeafHash))];
    }

    private async Task<LogPosition> RegisterAsync(ArchiveHost host, string id)
    {
        var context = new CommandContext(EventId.NameBased(Guid.Empty, BitConverter.GetBytes(++_commands)), "tester", null, Role: Role.Administrator);
        var outcome = await host.Sender.Send(new RegisterSource(context, id, new SourceDraft(SourceKind.Other, "T")), Cancellation);
        return outcome.ShouldBeOfType<Outcome<Receipt>.Ok>().Value.Position!.Value;
    }

    private static async Task<ArchiveStatus> StatusAsync(ArchiveHost host) =>
        (await host.Sender.Send(new GetStatus(), Cancellation)).ShouldBeOfType<Outcome<ArchiveStatus>.Ok>().Value;

    private async Task RestoreAsync(string folder)
    {
        await using var file = File.OpenRead(Fixture(folder, "archive.sql.gz"));
        using var dump = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        // The dump changes the session's settings, so that its connection is nobody else's afterwards.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(await dump.ReadToEndAsync(Cancellation), connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static string Fixture(string folder, string file)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Archive.sln")))
            root = root.Parent!;
        return Path.Combine(root.FullName, "tests", "Archive.IntegrationTests", "Fixtures", folder, file);
    }
}
