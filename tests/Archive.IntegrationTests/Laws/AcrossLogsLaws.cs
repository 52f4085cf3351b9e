using Archive.Dossiers;
using Archive.Projection;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Laws;

/// <summary>Nothing that is seen of an archive tells on which log it is.</summary>
[Trait(TestLog.Trait, TestLog.None)]
public sealed class AcrossLogsLaws
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(71, 120)]
    [InlineData(72, 120)]
    public async Task The_same_commands_give_the_same_entries_documents_and_answers_on_either_log(int seed, int commands)
    {
        await using var marten = await CreateAsync(eventStoreDb: false);
        await using var eventStoreDb = await CreateAsync(eventStoreDb: true);

        var entries = await EntriesAsync(marten);

        entries.ShouldBe(await EntriesAsync(eventStoreDb));
        entries.Count.ShouldBeGreaterThan(commands / 3);
        (await DocumentsAsync(eventStoreDb)).ShouldBe(await DocumentsAsync(marten));
        // The answers hold the snapshot's digest.
        for (var n = 0L; n <= entries.Count; n++)
            (await RandomArchive.AnswersAsync(eventStoreDb, new AsOf.Entry(n))).ShouldBe(await RandomArchive.AnswersAsync(marten, new AsOf.Entry(n)), $"as of entry {n}, seed {seed}");

        async Task<TestArchive> CreateAsync(bool eventStoreDb)
        {
            var archive = await TestArchive.CreateOnAsync(eventStoreDb, new SeededSalts());
            await RandomArchive.BeginAsync(archive, new Histories(seed));
            await RandomArchive.GoOnAsync(archive, new Histories(seed), commands);
            return archive;
        }
    }

    [Fact]
    public async Task The_sample_is_imported_into_the_same_entries_and_documents_on_either_log()
    {
        await using var marten = await ImportAsync(eventStoreDb: false);
        await using var eventStoreDb = await ImportAsync(eventStoreDb: true);

        var entries = await EntriesAsync(marten);

        entries.Count.ShouldBe(250);
        (await EntriesAsync(eventStoreDb)).ShouldBe(entries);
        (await DocumentsAsync(eventStoreDb)).ShouldBe(await DocumentsAsync(marten));

        async Task<TestArchive> ImportAsync(bool eventStoreDb)
        {
            var archive = await TestArchive.CreateOnAsync(eventStoreDb, new SeededSalts());
            await archive.AskAsync(new ImportDossier(SampleFolder.Visit, TestArchive.Named("editor")));
            await archive.Host.CatchUpAsync(Cancellation);
            return archive;
        }
    }

    /// <summary>Every entry: number, event id, recorded time, digests and leaf hash.</summary>
    private static async Task<IReadOnlyList<string>> EntriesAsync(TestArchive archive)
    {
        var last = (await archive.AskAsync(new GetStatus())).Entry;
        var entries = await archive.ReadAsync(last, snapshot => snapshot.EntriesAsync(Enumerable.Range(1, (int)last).Select(n => (long)n)));
        return [.. entries.OrderBy(entry => entry.Id).Select(entry => $"{entry.Id} {entry.EventId} {entry.RecordedAt:O} {entry.PayloadDigest} {entry.MetadataDigest} {entry.LeafHash}")];
    }

    private static async Task<string> DocumentsAsync(TestArchive archive) => await ReadModelDump.OfAsync(archive, (await archive.AskAsync(new GetStatus())).Generation);
}
