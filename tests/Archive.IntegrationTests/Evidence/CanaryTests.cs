using System.Text;
using Archive.Access;
using Archive.Claims;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Evidence;
using Archive.Snapshots;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Archive.IntegrationTests.Evidence.Erasures;

namespace Archive.IntegrationTests.Evidence;

/// <summary>Nothing of what was erased is in any file of the archive's own cluster: tables, indexes, write-ahead log, statistics, the server's own log.</summary>
public sealed class CanaryTests
{
    private const string InBytes = "canary-of-an-attribute-5c81";
    private const string InText = "canary of the text 9e02 sings";
    private const string InClaim = "canary of a sensitive claim 44d7";
    private const string InFormerVersion = "canary of its former version 1b6f";
    private const string InName = "Canary Nameholder b390";

    private static readonly string[] All = [InBytes, InText, InClaim, InFormerVersion, InName];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_what_was_erased_is_left_in_the_files_of_the_cluster()
    {
        await using var home = new TestHome();
        await using var archive = await TestArchive.OverAsync(await home.Cluster.EnsureRunningAsync(Cancellation), await TestLog.ChooseAsync($"Host={home.Home};Database=archive"));
        await archive.OpenAsync("r");
        await archive.RegisterAsync("s");
        await archive.RegisterAsync("kept");
        var bytes = Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><body><p title=\"{InBytes}\">A {InText} at dawn.</p></body></html>{new string(' ', 300_000)}");
        await archive.DoAsync(Capture(archive, "s", bytes));
        await archive.DoAsync(Capture(archive, "kept", Encoding.UTF8.GetBytes("This one stays where it is.")));
        await archive.QuoteAsync("r/c1", "s", InText);
        await archive.QuoteAsync("r/c2", "kept", "stays where");
        await archive.DoAsync(new RecordClaim(archive.Context(), "r/s1", new ClaimDraft(InFormerVersion, Filling.Nothing), [new CitationDraft("s", Phrase: InText)], Sensitive: true));
        await archive.DoAsync(new Corrections.CorrectClaim(
            archive.Context(), "r/s1", new ClaimDraft(InClaim, Filling.Nothing), [new CitationDraft("s", Phrase: InText)], new Correction(CorrectionReason.Other, Fault.None, "w")));
        await archive.DoAsync(new RegisterActor(archive.Context(), "a-7", ActorKind.Person, Role.Editor, InName, null, Sensitive: true));
        // What the planner gathers, and what a rebuild leaves, are files too.
        await archive.Host.RebuildAsync(null, Cancellation);
        await RunAsync(archive, "analyze; checkpoint");
        Found(home).Select(found => found.Split(" in ")[0]).Distinct(StringComparer.Ordinal).ShouldBe(All, ignoreOrder: true, "before");

        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        foreach (var (subject, capture) in new[] { ("source/s", digest), ("claim/r/s1", (string?)null), ("actor/a-7", null) })
        {
            var record = await archive.EraseAsync(subject, capture);
            (record.Outcome, record.WipedAt is null).ShouldBe((ErasureOutcome.Destroyed, false), string.Join("; ", record.OutOfReach));
            record.OutOfReach.Count.ShouldBe(OutOfReach.Always.Count, "on the archive's own server nothing else is out of reach");
        }

        Found(home).ShouldBeEmpty();
        (await archive.QuoteOfAsync("r/c2")).Exact.ShouldBe("stays where");
    }

    [Fact]
    public async Task A_reader_who_still_sees_it_keeps_it_in_the_files_until_it_is_tried_again()
    {
        await using var home = new TestHome();
        var connectionString = await home.Cluster.EnsureRunningAsync(Cancellation);
        await using var archive = await TestArchive.OverAsync(connectionString, await TestLog.ChooseAsync($"Host={home.Home};Database=archive"));
        await archive.OpenAsync("r");
        await archive.RegisterAsync("s");
        var digest = await archive.CaptureAsync("s", InText);
        ErasureRecord record;
        await using (var reader = new NpgsqlConnection(connectionString))
        {
            await reader.OpenAsync(Cancellation);
            await using var transaction = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, Cancellation);
            await using var read = new NpgsqlCommand("select count(*) from archive_content.destruction", reader, transaction);
            await read.ExecuteScalarAsync(Cancellation);
            record = await archive.EraseAsync("source/s", digest);
            (record.Outcome, record.WipedAt, record.OutOfReach).ShouldBe((ErasureOutcome.Destroyed, null, [.. OutOfReach.Always, OutOfReach.OldTransactions]));
        }

        (await archive.Host.Services.GetRequiredService<Erasing>().RunAsync(Cancellation)).ShouldBeTrue();
        (await archive.AskAsync(new ListErasures(AsOf.Latest, new PageRequest(1, 10)))).Erasures.Items[0].Record!.WipedAt.ShouldNotBeNull();
        Found(home).ShouldBeEmpty();
    }

    /// <summary>Which canaries which files have, in whatever form PostgreSQL or the archive might write one.</summary>
    private static string[] Found(TestHome home)
    {
        var sought = All.Select(canary => (Canary: canary, Forms: Forms(canary).ToArray())).ToArray();
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(home.Home, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            byte[] bytes;
            try
            {
                bytes = File.ReadAllBytes(file);
            }
            catch (IOException)
            {
                // A socket, or gone meanwhile.
                continue;
            }

            found.UnionWith(sought.Where(canary => canary.Forms.Any(form => bytes.AsSpan().IndexOf(form) >= 0)).Select(canary => $"{canary.Canary} in {file}"));
        }

        return [.. found];
    }

    private static IEnumerable<byte[]> Forms(string canary)
    {
        var plain = Encoding.UTF8.GetBytes(canary);
        yield return plain;
        yield return Encoding.Unicode.GetBytes(canary);
        yield return Encoding.BigEndianUnicode.GetBytes(canary);
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(plain));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(plain));
        // Where it stands behind 0, 1 or 2 other bytes; the ends depend on the neighbours.
        for (var before = 0; before < 3; before++)
            yield return Encoding.ASCII.GetBytes(Convert.ToBase64String([.. new byte[before], .. plain])[4..^4]);
    }

    private static async Task RunAsync(TestArchive archive, string sql)
    {
        foreach (var statement in sql.Split("; "))
        {
            await using var command = archive.Database.CreateCommand(statement);
            await command.ExecuteNonQueryAsync(Cancellation);
        }
    }
}
