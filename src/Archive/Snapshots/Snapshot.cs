using System.Text.Json;
using Archive.Authorities;
using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.Ledger;
using Archive.Projection;
using Archive.Records;
using Archive.Sources;
using Npgsql;

namespace Archive.Snapshots;

/// <summary>The read models as of one entry.</summary>
internal sealed class Snapshot(ReadSession session, Moment moment, CancellationToken cancellationToken)
{
    private const string Holds = "from_entry <= $1 and to_entry > $1";

    public Moment Moment => moment;

    /// <summary>Read models of projection version 1 file nothing and have no running digests; they are read until they are rebuilt.</summary>
    private bool IsOfFormerForm => session.Head.ProjectionVersion < 2;

    public Task<List<RecordVersion>> RecordsAsync() =>
        session.DocumentsAsync<RecordVersion>($"select data from {session.Generation.RecordVersions} where {Holds}", cancellationToken, moment.Entry);

    public Task<List<RecordVersion>> RecordsAsync(IEnumerable<string> records) => session.DocumentsAsync<RecordVersion>(
        $"select data from {session.Generation.RecordVersions} where {Holds} and stream = any($2)",
        cancellationToken,
        moment.Entry,
        records.Select(StreamName.OfRecord).ToArray());

    public async Task<RecordVersion?> RecordAsync(string record) =>
        (await session.DocumentsAsync<RecordVersion>(RecordHolds, cancellationToken, moment.Entry, StreamName.OfRecord(record))).SingleOrDefault();

    public async Task<List<ClaimVersion>> ClaimsOfAsync(string record)
    {
        await using var batch = session.NewBatch();
        var claims = AskForClaims(batch, record);
        await batch.ExecuteAsync(cancellationToken);
        return await claims.WithWordsAsync(session, cancellationToken);
    }

    /// <summary>A record, all its claims, and the digest of both with what they reach, in one round trip; null where there is no such record.</summary>
    public async Task<(RecordVersion Record, List<ClaimVersion> Claims, string Digest)?> WholeRecordAsync(string record)
    {
        await using var batch = session.NewBatch();
        var found = batch.Documents<RecordVersion>(RecordHolds, moment.Entry, StreamName.OfRecord(record));
        var claims = AskForClaims(batch, record);
        var reached = IsOfFormerForm ? [] : batch.Rows(ReachedDigests, StreamDigestOf, moment.Entry, StreamName.OfRecord(record));
        await batch.ExecuteAsync(cancellationToken);
        if (found.Count == 0)
            return null;
        var streams = IsOfFormerForm
            ? await StreamDigestsFromLeavesAsync(record)
            : claims.Select(claim => KeyValuePair.Create(claim.Stream, Sha256Digest.Parse(claim.StreamDigest!))).Concat(reached);
        return (found[0], await claims.WithWordsAsync(session, cancellationToken), DigestOf(record, streams));
    }

    /// <summary>How many claims of each status some records have, by record.</summary>
    public async Task<ILookup<string, ClaimCount>> CountClaimsAsync(IEnumerable<string> records)
    {
        var (filed, nodes) = Filed;
        var counts = await session.RowsAsync(
            $"select record, data #>> '{"{state,status}"}', count(*)::integer from {session.Generation.ClaimVersions} where record = any($2) and {filed} {Holds} group by 1, 2",
            row => new ClaimCount(row.GetString(0), JsonSerializer.Deserialize<ClaimStatus>($"\"{row.GetString(1)}\"", ArchiveJson.Options), row.GetInt32(2)),
            cancellationToken,
            [moment.Entry, records.ToArray(), .. nodes]);
        return counts.ToLookup(count => count.Record, StringComparer.Ordinal);
    }

    public async Task<ClaimVersion?> ClaimAsync(string claim) => (await ClaimsAsync([claim])).SingleOrDefault();

    public Task<List<ClaimVersion>> ClaimsAsync(IEnumerable<string> claims) => ClaimDocumentsAsync(
        $"select data from {session.Generation.ClaimVersions} where {Holds} and stream = any($2)",
        moment.Entry,
        claims.Select(StreamName.OfClaim).ToArray());

    /// <summary>Every version of a claim, or of all claims of a record, that began up to the moment, in entry order.</summary>
    public Task<List<ClaimVersion>> ClaimHistoryAsync(string subject, bool isRecord) => ClaimDocumentsAsync(
        $"select data from {session.Generation.ClaimVersions} where {(isRecord ? "record" : "stream")} = $2 and from_entry <= $1 order by from_entry",
        moment.Entry,
        isRecord ? subject : StreamName.OfClaim(subject));

    /// <summary>The same of some claims.</summary>
    public Task<List<ClaimVersion>> ClaimHistoriesAsync(IEnumerable<string> claims) => ClaimDocumentsAsync(
        $"select data from {session.Generation.ClaimVersions} where stream = any($2) and from_entry <= $1 order by from_entry",
        moment.Entry,
        claims.Select(StreamName.OfClaim).ToArray());

    /// <summary>Ids of the claims that a record has, for reading these a few at a time.</summary>
    public async Task<IReadOnlyList<string>> ClaimIdsOfAsync(string record)
    {
        var (filed, nodes) = Filed;
        var streams = await session.ValuesAsync<string>(
            $"select stream from {session.Generation.ClaimVersions} where record = $2 and {filed} {Holds} order by 1", cancellationToken, [moment.Entry, record, .. nodes]);
        return streams.Select(StreamName.IdOf).ToArray();
    }

    /// <summary>The record's own stream, and those of the sources and authorities that it and its claims reach.</summary>
    public Task<List<string>> StreamsReachedByAsync(string record) =>
        session.ValuesAsync<string>($"{Reached} order by 1", cancellationToken, moment.Entry, StreamName.OfRecord(record));

    public Task<List<RecordVersion>> RecordHistoryAsync(string record) => session.DocumentsAsync<RecordVersion>(
        $"select data from {session.Generation.RecordVersions} where stream = $2 and from_entry <= $1 order by from_entry",
        cancellationToken,
        moment.Entry,
        StreamName.OfRecord(record));

    public Task<List<SourceVersion>> SourcesAsync(IEnumerable<string> sources) => session.DocumentsAsync<SourceVersion>(
        $"select data from {session.Generation.SourceVersions} where {Holds} and stream = any($2)",
        cancellationToken,
        moment.Entry,
        sources.Select(StreamName.OfSource).ToArray());

    /// <summary>Every version of some sources that began up to the moment, in entry order.</summary>
    public Task<List<SourceVersion>> SourceHistoriesAsync(IEnumerable<string> sources) => session.DocumentsAsync<SourceVersion>(
        $"select data from {session.Generation.SourceVersions} where stream = any($2) and from_entry <= $1 order by from_entry",
        cancellationToken,
        moment.Entry,
        sources.Select(StreamName.OfSource).ToArray());

    /// <summary>All sources, for questions about who repeats whom.</summary>
    public Task<List<SourceVersion>> AllSourcesAsync() =>
        session.DocumentsAsync<SourceVersion>($"select data from {session.Generation.SourceVersions} where {Holds}", cancellationToken, moment.Entry);

    public Task<List<AuthorityVersion>> AuthoritiesAsync(IEnumerable<string> authorities) => session.DocumentsAsync<AuthorityVersion>(
        $"select data from {session.Generation.AuthorityVersions} where {Holds} and stream = any($2)",
        cancellationToken,
        moment.Entry,
        authorities.Select(StreamName.OfAuthority).ToArray());

    /// <summary>Every version of some authorities that began up to the moment, in entry order.</summary>
    public Task<List<AuthorityVersion>> AuthorityHistoriesAsync(IEnumerable<string> authorities) => session.DocumentsAsync<AuthorityVersion>(
        $"select data from {session.Generation.AuthorityVersions} where stream = any($2) and from_entry <= $1 order by from_entry",
        cancellationToken,
        moment.Entry,
        authorities.Select(StreamName.OfAuthority).ToArray());

    public Task<List<AuthorityVersion>> AllAuthoritiesAsync() =>
        session.DocumentsAsync<AuthorityVersion>($"select data from {session.Generation.AuthorityVersions} where {Holds}", cancellationToken, moment.Entry);

    /// <summary>The claims that cite one of some sources.</summary>
    public Task<List<ClaimVersion>> ClaimsCitingAsync(IEnumerable<string> sources) => ClaimDocumentsAsync(
        $"""
        select data from {session.Generation.ClaimVersions}
        where {Holds} and stream in (select from_stream from {session.Generation.References} where to_stream = any($2) and first_entry <= $1)
        """,
        moment.Entry,
        sources.Select(StreamName.OfSource).ToArray());

    /// <summary>The entries of some streams up to the moment, in entry order.</summary>
    public Task<List<LedgerEntry>> EntriesOfAsync(IEnumerable<string> streams) => session.DocumentsAsync<LedgerEntry>(
        $"select data from {session.Generation.Entries} where stream = any($2) and id <= $1 order by id", cancellationToken, moment.Entry, streams.ToArray());

    public Task<List<LedgerEntry>> EntriesAsync(IEnumerable<long> numbers) => session.DocumentsAsync<LedgerEntry>(
        $"select data from {session.Generation.Entries} where id = any($1)", cancellationToken, numbers.ToArray());

    /// <summary>Every entry that the record's snapshot covers.</summary>
    public Task<List<LedgerEntry>> EntriesReachedByAsync(string record) => session.DocumentsAsync<LedgerEntry>(
        $"""
        select data from {session.Generation.Entries}
        where id <= $1 and stream in (select stream from {session.Generation.ClaimVersions} where record = $3 and from_entry <= $1 union ({Reached}))
        order by id
        """,
        cancellationToken,
        moment.Entry,
        StreamName.OfRecord(record),
        record);

    /// <summary>The snapshot's digest: the same for ever, whatever is asked of the snapshot.</summary>
    public async Task<string> DigestAsync(string record) => DigestOf(record, IsOfFormerForm
        ? await StreamDigestsFromLeavesAsync(record)
        : await session.RowsAsync(
            $"select stream, stream_digest from {session.Generation.ClaimVersions} where record = $3 and node = any($4) and {Holds} union all {ReachedDigests}",
            StreamDigestOf,
            cancellationToken,
            moment.Entry,
            StreamName.OfRecord(record),
            record,
            Nodes));

    private string RecordHolds => $"select data from {session.Generation.RecordVersions} where stream = $2 and {Holds}";

    /// <summary>Claims of a query that selects <c>data</c> alone, with the words that they keep by reference.</summary>
    private async Task<List<ClaimVersion>> ClaimDocumentsAsync(string sql, params object[] parameters) =>
        await (await session.DocumentsAsync<ClaimVersion>(sql, cancellationToken, parameters)).WithWordsAsync(session, cancellationToken);

    private List<ClaimVersion> AskForClaims(ReadBatch batch, string record)
    {
        var (filed, nodes) = Filed;
        return batch.Documents<ClaimVersion>($"select data from {session.Generation.ClaimVersions} where record = $2 and {filed} {Holds}", [moment.Entry, record, .. nodes]);
    }

    /// <summary>A condition on the node of a record's claims, and its parameter <c>$3</c>.</summary>
    private (string Sql, object[] Nodes) Filed => IsOfFormerForm ? ("", []) : ("node = any($3) and", [Nodes]);

    private string DigestOf(string record, IEnumerable<KeyValuePair<string, Sha256Digest>> streams) =>
        SnapshotDigest.Of(moment.Log, record, moment.Entry, streams).ToString();

    private static KeyValuePair<string, Sha256Digest> StreamDigestOf(NpgsqlDataReader row) => KeyValuePair.Create(row.GetString(0), Sha256Digest.Parse(row.GetString(1)));

    private async Task<IEnumerable<KeyValuePair<string, Sha256Digest>>> StreamDigestsFromLeavesAsync(string record) => (await EntriesReachedByAsync(record))
        .GroupBy(entry => entry.Stream, StringComparer.Ordinal)
        .Select(entries => KeyValuePair.Create(entries.Key, StreamDigest.Of(entries.Select(entry => Sha256Digest.Parse(entry.LeafHash)))));

    private long[] Nodes => EntryTree.NodesOver(moment.Entry, session.Head.Entry);

    /// <summary>The running digests of the record <c>$2</c> itself and of the sources and authorities that it and its claims reach.</summary>
    private string ReachedDigests =>
        $"""
        select stream, stream_digest from {session.Generation.RecordVersions} where stream = $2 and {Holds}
        union all select stream, stream_digest from {session.Generation.SourceVersions} where stream in ({Reached}) and {Holds}
        union all select stream, stream_digest from {session.Generation.AuthorityVersions} where stream in ({Reached}) and {Holds}
        """;

    /// <summary>Streams that the record <c>$2</c> and its claims reach by what was recorded up to the moment.</summary>
    private string Reached =>
        $"""
        with recursive reached(stream) as (
            select $2::varchar
            union
            select reference.to_stream from reached join {session.Generation.References} reference on reference.from_stream = reached.stream
            where reference.first_entry <= $1)
        select stream from reached
        """;
}
