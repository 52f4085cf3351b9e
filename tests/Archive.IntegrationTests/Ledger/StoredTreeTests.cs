using Archive.IntegrationTests.Laws;
using Archive.Ledger;
using Archive.Projection;
using Archive.Domain.Sources;
using Archive.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Ledger;

/// <summary>What is stored of the ledger's tree. That it is the tree of the entries is a law (<see cref="Law.TheTreeIsOfTheEntriesAsync"/>).</summary>
[Trait(TestLog.Trait, "none")]
public sealed class StoredTreeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rebuild_fills_the_same_tiles_and_the_projector_goes_on_from_them()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        for (var i = 0; i < 300; i++)
            await archive.RegisterAsync($"s{i}");
        await Law.TheTreeIsOfTheEntriesAsync(archive, 301);
        var live = await ReadModelDump.OfAsync(archive, 1);

        await archive.Host.RebuildAsync(null, Cancellation);

        (await ReadModelDump.OfAsync(archive, 2)).ShouldBe(live);
        await archive.RegisterAsync("afterwards");
        await Law.TheTreeIsOfTheEntriesAsync(archive, 302);
    }

    [Theory]
    [InlineData("update archive_g1.ledger_tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)")]
    [InlineData("update archive_g1.ledger_tile set hashes = substr(hashes, 1, 64)")]
    [InlineData("delete from archive_g1.ledger_tile")]
    [InlineData("update archive_g1.mt_doc_ledger_head set data = jsonb_set(data, '{root}', to_jsonb(repeat('0', 64)))")]
    public async Task On_an_altered_tree_nothing_is_built_and_nothing_proved(string alter)
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        await archive.RegisterAsync("s1");
        await archive.RegisterAsync("s2");
        await using (var command = archive.Database.CreateCommand(alter))
            await command.ExecuteNonQueryAsync(Cancellation);

        await archive.ReopenAsync();
        archive.Host.StartProjecting();
        await archive.SendAsync(new RegisterSource(archive.Context(), "s3", new SourceDraft(SourceKind.Agency, "Third"), null));

        (await Should.ThrowAsync<ProjectionStoppedException>(() => archive.Host.CatchUpAsync(Cancellation))).Code.ShouldBe("ledger-tree-altered");
        await archive.Host.RebuildAsync(null, Cancellation);
        await archive.Host.CatchUpAsync(Cancellation);
        await Law.TheTreeIsOfTheEntriesAsync(archive, 4);
    }
}
