using System.Text.Json;
using Archive.Authorities;
using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Records;
using Archive.Sources;
using Npgsql;

namespace Archive.Projection;

/// <summary>Fills a batch with the documents that its events will touch: the open versions of their streams, and the references known already.</summary>
internal sealed class BatchLoader(NpgsqlDataSource database, GenerationStore generation)
{
    public async Task<ProjectionBatch> LoadAsync(IReadOnlyList<LoggedEvent> events, CancellationToken cancellationToken)
    {
        var batch = new ProjectionBatch();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        batch.Records.Preload(await OpenAsync<RecordVersion>(connection, generation.RecordVersions, events, StreamName.RecordPrefix, cancellationToken));
        batch.Authorities.Preload(await OpenAsync<AuthorityVersion>(connection, generation.AuthorityVersions, events, StreamName.AuthorityPrefix, cancellationToken));
        batch.Sources.Preload(await OpenAsync<SourceVersion>(connection, generation.SourceVersions, events, StreamName.SourcePrefix, cancellationToken));
        batch.Claims.Preload(await OpenAsync<ClaimVersion>(connection, generation.ClaimVersions, events, StreamName.ClaimPrefix, cancellationToken));
        batch.References.Preload(await KnownReferencesAsync(connection, events, cancellationToken));
        return batch;
    }

    private static async Task<List<TVersion>> OpenAsync<TVersion>(
        NpgsqlConnection connection, string table, IReadOnlyList<LoggedEvent> events, string prefix, CancellationToken cancellationToken)
    {
        // A stream that begins in this batch has nothing to load.
        var streams = events.Where(logged => logged.Stream.StartsWith(prefix, StringComparison.Ordinal))
            .GroupBy(logged => logged.Stream, StringComparer.Ordinal)
            .Where(group => group.First().Revision > 0)
            .Select(group => group.Key)
            .ToArray();
        var versions = new List<TVersion>(streams.Length);
        if (streams.Length == 0)
            return versions;
        await using var command = new NpgsqlCommand($"select data from {table} where stream = any($1) and to_entry = {Version<object>.Open}", connection)
        {
            Parameters = { new() { Value = streams } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            versions.Add(JsonSerializer.Deserialize<TVersion>(reader.GetFieldValue<byte[]>(0), ArchiveJson.Options)!);
        return versions;
    }

    private async Task<List<string>> KnownReferencesAsync(
        NpgsqlConnection connection, IReadOnlyList<LoggedEvent> events, CancellationToken cancellationToken)
    {
        var ids = events.SelectMany(logged => StreamReferences.Of(logged.Stream, logged.Metadata.Refs))
            .Select(reference => StreamReference.IdOf(reference.From, reference.To))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var known = new List<string>();
        if (ids.Length == 0)
            return known;
        await using var command = new NpgsqlCommand($"select id from {generation.References} where id = any($1)", connection)
        {
            Parameters = { new() { Value = ids } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            known.Add(reader.GetString(0));
        return known;
    }
}
