using Archive.Access;
using Archive.Authorities;
using Archive.Claims;
using Archive.Domain;
using Archive.Projection;
using Archive.Records;
using Archive.Sources;
using Npgsql;

namespace Archive.LedgerAudits;

/// <summary>The documents of every kind of stream.</summary>
internal sealed class VersionComparisons(GenerationStore generation, LedgerAuditState state)
{
    private readonly VersionComparison<RecordVersion> _records = new(generation.Tables.Records, generation.RecordVersions, StreamName.RecordPrefix, state);
    private readonly VersionComparison<AuthorityVersion> _authorities = new(generation.Tables.Authorities, generation.AuthorityVersions, StreamName.AuthorityPrefix, state);
    private readonly VersionComparison<SourceVersion> _sources = new(generation.Tables.Sources, generation.SourceVersions, StreamName.SourcePrefix, state);
    private readonly VersionComparison<ClaimVersion> _claims = new(generation.Tables.Claims, generation.ClaimVersions, StreamName.ClaimPrefix, state);
    private readonly VersionComparison<ActorVersion> _actors = new(generation.Tables.Actors, generation.ActorVersions, StreamName.ActorPrefix, state);
    private readonly VersionComparison<KeyVersion> _keys = new(generation.Tables.Keys, generation.KeyVersions, StreamName.KeyPrefix, state);

    public IReadOnlyList<IVersionComparison> All => [_records, _authorities, _sources, _claims, _actors, _keys];

    /// <summary>Loads what a batch needs and is not remembered.</summary>
    /// <param name="database">Where the generation is.</param>
    /// <param name="open">What is remembered.</param>
    /// <param name="last">The last audited entry of each stream of the batch that has one.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task LoadAsync(NpgsqlDataSource database, OpenStreams open, IReadOnlyDictionary<string, long> last, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch();
        var reads = new List<Func<NpgsqlDataReader, Task>>();
        _records.Load(batch, reads, open.Records, last, cancellationToken);
        _authorities.Load(batch, reads, open.Authorities, last, cancellationToken);
        _sources.Load(batch, reads, open.Sources, last, cancellationToken);
        _claims.Load(batch, reads, open.Claims, last, cancellationToken);
        _actors.Load(batch, reads, open.Actors, last, cancellationToken);
        _keys.Load(batch, reads, open.Keys, last, cancellationToken);
        if (reads.Count == 0)
            return;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        batch.Connection = connection;
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var read in reads)
        {
            await read(reader);
            await reader.NextResultAsync(cancellationToken);
        }
    }

    public void Compare(BatchComparison comparison, ProjectionBatch batch)
    {
        var upTo = batch.Entries[^1].Id;
        _records.Compare(comparison, batch.Records.Made, batch.Records.Closed, upTo);
        _authorities.Compare(comparison, batch.Authorities.Made, batch.Authorities.Closed, upTo);
        _sources.Compare(comparison, batch.Sources.Made, batch.Sources.Closed, upTo);
        _claims.Compare(comparison, batch.Claims.Made, batch.Claims.Closed, upTo);
        _actors.Compare(comparison, batch.Actors.Made, batch.Actors.Closed, upTo);
        _keys.Compare(comparison, batch.Keys.Made, batch.Keys.Closed, upTo);
        foreach (var entry in batch.Entries.Where(entry => entry.Revision == 0))
        {
            if (All.FirstOrDefault(kind => entry.Stream.StartsWith(kind.Prefix, StringComparison.Ordinal)) is { } begun)
                begun.Begun++;
        }
    }
}
