using Archive.Authorities;
using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Ledger;
using Archive.Ledger;
using Archive.Records;
using Archive.Sources;

namespace Archive.Snapshots;

/// <summary>The read models as of one entry.</summary>
internal sealed class Snapshot(ReadSession session, Moment moment, CancellationToken cancellationToken)
{
    private const string Holds = "from_entry <= $1 and to_entry > $1";

    public Moment Moment => moment;

    public Task<List<RecordVersion>> RecordsAsync() =>
        session.DocumentsAsync<RecordVersion>($"select data from {session.Generation.RecordVersions} where {Holds}", cancellationToken, moment.Entry);

    public async Task<RecordVersion?> RecordAsync(string record) => (await session.DocumentsAsync<RecordVersion>(
        $"select data from {session.Generation.RecordVersions} where {Holds} and stream = $2", cancellationToken, moment.Entry, StreamName.OfRecord(record))).SingleOrDefault();

    public Task<List<ClaimVersion>> ClaimsOfAsync(string record) => session.DocumentsAsync<ClaimVersion>(
        $"select data from {session.Generation.ClaimVersions} where record = $2 and {Holds}", cancellationToken, moment.Entry, record);

    public async Task<ClaimVersion?> ClaimAsync(string claim) => (await ClaimsAsync([claim])).SingleOrDefault();

    public Task<List<ClaimVersion>> ClaimsAsync(IEnumerable<string> claims) => session.DocumentsAsync<ClaimVersion>(
        $"select data from {session.Generation.ClaimVersions} where {Holds} and stream = any($2)",
        cancellationToken,
        moment.Entry,
        claims.Select(StreamName.OfClaim).ToArray());

    /// <summary>Every version of a claim, or of all claims of a record, that began up to the moment, in entry order.</summary>
    public Task<List<ClaimVersion>> ClaimHistoryAsync(string subject, bool isRecord) => session.DocumentsAsync<ClaimVersion>(
        $"select data from {session.Generation.ClaimVersions} where {(isRecord ? "record" : "stream")} = $2 and from_entry <= $1 order by from_entry",
        cancellationToken,
        moment.Entry,
        isRecord ? subject : StreamName.OfClaim(subject));

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

    /// <summary>All sources, for questions about who repeats whom.</summary>
    public Task<List<SourceVersion>> AllSourcesAsync() =>
        session.DocumentsAsync<SourceVersion>($"select data from {session.Generation.SourceVersions} where {Holds}", cancellationToken, moment.Entry);

    public Task<List<AuthorityVersion>> AuthoritiesAsync(IEnumerable<string> authorities) => session.DocumentsAsync<AuthorityVersion>(
        $"select data from {session.Generation.AuthorityVersions} where {Holds} and stream = any($2)",
        cancellationToken,
        moment.Entry,
        authorities.Select(StreamName.OfAuthority).ToArray());

    public Task<List<AuthorityVersion>> AllAuthoritiesAsync() =>
        session.DocumentsAsync<AuthorityVersion>($"select data from {session.Generation.AuthorityVersions} where {Holds}", cancellationToken, moment.Entry);

    /// <summary>The claims that cite one of some sources.</summary>
    public Task<List<ClaimVersion>> ClaimsCitingAsync(IEnumerable<string> sources) => session.DocumentsAsync<ClaimVersion>(
        $"""
        select data from {session.Generation.ClaimVersions}
        where {Holds} and stream in (select from_stream from {session.Generation.References} where to_stream = any($2) and first_entry <= $1)
        """,
        cancellationToken,
        moment.Entry,
        sources.Select(StreamName.OfSource).ToArray());

    /// <summary>The entries of some streams up to the moment, in entry order.</summary>
    public Task<List<LedgerEntry>> EntriesOfAsync(IEnumerable<string> streams) => session.DocumentsAsync<LedgerEntry>(
        $"select data from {session.Generation.Entries} where stream = any($2) and id <= $1 order by id", cancellationToken, moment.Entry, streams.ToArray());

    public Task<List<LedgerEntry>> EntriesAsync(IEnumerable<long> numbers) => session.DocumentsAsync<LedgerEntry>(
        $"select data from {session.Generation.Entries} where id = any($1)", cancellationToken, numbers.ToArray());

    /// <summary>Every entry that the record's snapshot covers.</summary>
    public Task<List<LedgerEntry>> EntriesReachedByAsync(string record) => session.DocumentsAsync<LedgerEntry>(
        $"select data from {session.Generation.Entries} where {Reached} and id <= $1 order by id", cancellationToken, moment.Entry, StreamName.OfRecord(record));

    /// <summary>The snapshot's digest: the same for ever, whatever is asked of the snapshot.</summary>
    public async Task<string> DigestAsync(string record)
    {
        var leaves = await session.ValuesAsync<string>(
            $"select data ->> 'leafHash' from {session.Generation.Entries} where {Reached} and id <= $1 order by id",
            cancellationToken,
            moment.Entry,
            StreamName.OfRecord(record));
        return SnapshotDigest.Of(moment.Log, record, moment.Entry, leaves.Select(Sha256Digest.Parse)).ToString();
    }

    /// <summary>Streams that the record reaches by what was recorded up to the moment.</summary>
    private string Reached =>
        $"""
        stream in (
            with recursive reached(stream) as (
                select $2::varchar
                union
                select reference.to_stream from reached join {session.Generation.References} reference on reference.from_stream = reached.stream
                where reference.first_entry <= $1)
            select stream from reached)
        """;
}
