using Archive.Access;
using Archive.Authorities;
using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Ledger;
using Archive.Evidence;
using Archive.Ledger;
using Archive.Projection;
using Archive.Records;
using Archive.Sources;
using Npgsql;

namespace Archive.Snapshots;

/// <summary>
/// The read models as of one entry, as far as whoever asks may see them: every document that it hands out has been through <see cref="Withholding"/>,
/// with what governs it at the ledger's head. Digests are those of the whole, whoever asks.
/// </summary>
internal sealed partial class Snapshot(ReadSession session, Moment moment, Withholding withholding, CancellationToken cancellationToken)
{
    /// <summary>What is read is completed here, and nowhere else.</summary>
    private readonly CompleteDocuments documents = new(session, moment, cancellationToken);

    private const string Holds = "from_entry <= $1 and to_entry > $1";

    public Moment Moment => moment;

    /// <summary>Whether nothing is withheld, whatever is read.</summary>
    public bool ShowsEverything => !withholding.IsNeeded;

    /// <summary>What was withheld of what was read so far.</summary>
    public Disclosure? Disclosure => withholding.State;

    /// <summary>Read models of projection version 1 file nothing and have no running digests; they are read until they are rebuilt.</summary>
    private bool IsOfFormerForm => session.Head.ProjectionVersion < 2;

    /// <summary>Builds before projection version 3 stop at the first event of an actor or a key, and so have none of either among what they projected.</summary>
    private bool KnowsNoActors => session.Head.ProjectionVersion < 3;

    public Task<List<RecordVersion>> RecordsAsync() => RecordsAsync(
        batch => batch.Documents<RecordVersion>($"select data from {session.Generation.RecordVersions} where {Holds}", moment.Entry),
        withholding.Governance.AskForRecords);

    public Task<List<RecordVersion>> RecordsAsync(IReadOnlyCollection<string> records) => RecordsAsync(
        batch => batch.Documents<RecordVersion>(
            $"select data from {session.Generation.RecordVersions} where {Holds} and stream = any($2)", moment.Entry, records.Select(StreamName.OfRecord).ToArray()),
        batch => withholding.Governance.AskForRecords(batch, records));

    public async Task<RecordVersion?> RecordAsync(string record) => (await RecordsAsync(
        batch => batch.Documents<RecordVersion>(RecordHolds, moment.Entry, StreamName.OfRecord(record)),
        batch => withholding.Governance.AskForRecords(batch, [record]))).SingleOrDefault();

    public async Task<List<ClaimVersion>> ClaimsOfAsync(string record) =>
        Recorded(await ClaimsAsync(batch => AskForClaims(batch, record), batch => AskForGovernance(batch, record)));

    /// <summary>A record, all its claims, and the digest of both with what they reach, in one round trip; null where there is no such record.</summary>
    public async Task<(RecordVersion Record, List<ClaimVersion> Claims, string Digest)?> WholeRecordAsync(string record)
    {
        await using var batch = session.NewBatch();
        var found = batch.Documents<RecordVersion>(RecordHolds, moment.Entry, StreamName.OfRecord(record));
        var claims = AskForClaims(batch, record);
        var reached = IsOfFormerForm ? [] : batch.Rows(ReachedDigests, StreamDigestOf, moment.Entry, StreamName.OfRecord(record));
        var governsSources = Govern(batch, asked => AskForGovernance(asked, record));
        await batch.ExecuteAsync(cancellationToken);
        if (found.Count == 0)
            return null;
        var streams = IsOfFormerForm
            ? await StreamDigestsFromLeavesAsync(record)
            : claims.Select(claim => KeyValuePair.Create(claim.Stream, Sha256Digest.Parse(claim.StreamDigest!))).Concat(reached);
        return (withholding.Disclose(found[0]), Recorded(await DiscloseAsync(claims, governsSources)), DigestOf(record, streams));
    }

    public async Task<ClaimVersion?> ClaimAsync(string claim) => (await ClaimsAsync([claim])).SingleOrDefault();

    public async Task<List<ClaimVersion>> ClaimsAsync(IReadOnlyCollection<string> claims) => Recorded(await ClaimsAsync(
        batch => batch.Documents<ClaimVersion>(
            $"select data from {session.Generation.ClaimVersions} where {Holds} and stream = any($2)", moment.Entry, claims.Select(StreamName.OfClaim).ToArray()),
        batch => AskForGovernance(batch, claims)));

    /// <summary>
    /// Every version of a claim, or of all claims of a record, that began up to the moment, in entry order; those from when a claim was only
    /// proposed too.
    /// </summary>
    public Task<List<ClaimVersion>> ClaimHistoryAsync(string subject, bool isRecord) => ClaimsAsync(
        batch => batch.Documents<ClaimVersion>(
            $"select data from {session.Generation.ClaimVersions} where {(isRecord ? "record" : "stream")} = $2 and from_entry <= $1 order by from_entry",
            moment.Entry,
            isRecord ? subject : StreamName.OfClaim(subject)),
        batch =>
        {
            if (isRecord)
                AskForGovernance(batch, subject);
            else
                AskForGovernance(batch, [subject]);
        });

    /// <summary>The same of some claims.</summary>
    public Task<List<ClaimVersion>> ClaimHistoriesAsync(IReadOnlyCollection<string> claims) => ClaimsAsync(
        batch => batch.Documents<ClaimVersion>(
            $"select data from {session.Generation.ClaimVersions} where stream = any($2) and from_entry <= $1 order by from_entry", moment.Entry, claims.Select(StreamName.OfClaim).ToArray()),
        batch => AskForGovernance(batch, claims));

    /// <summary>Ids of the claims that a record has, for reading these a few at a time.</summary>
    public async Task<IReadOnlyList<string>> ClaimIdsOfAsync(string record)
    {
        var (filed, nodes) = Filed;
        var streams = await session.ValuesAsync<string>(
            $"select stream from {session.Generation.ClaimVersions} where record = $2 and {filed} {Holds} order by 1", cancellationToken, [moment.Entry, record, .. nodes]);
        return streams.Select(StreamName.IdOf).ToArray();
    }

    /// <summary>The record's own stream, and those of the sources and authorities that it and its claims reach, of which whoever asks may know.</summary>
    public async Task<IReadOnlyList<string>> StreamsReachedByAsync(string record) => withholding.IsNeeded
        ? (await ShownEntriesReachedByAsync(record)).Shown.Select(entry => entry.Stream).Distinct(StringComparer.Ordinal).ToArray()
        : await session.ValuesAsync<string>($"{Reached} order by 1", cancellationToken, moment.Entry, StreamName.OfRecord(record));

    public Task<List<RecordVersion>> RecordHistoryAsync(string record) => RecordsAsync(
        batch => batch.Documents<RecordVersion>(
            $"select data from {session.Generation.RecordVersions} where stream = $2 and from_entry <= $1 order by from_entry", moment.Entry, StreamName.OfRecord(record)),
        batch => withholding.Governance.AskForRecords(batch, [record]));

    public Task<List<SourceVersion>> SourcesAsync(IReadOnlyCollection<string> sources) => SourcesAsync(
        batch => batch.Documents<SourceVersion>(
            $"select data from {session.Generation.SourceVersions} where {Holds} and stream = any($2)", moment.Entry, sources.Select(StreamName.OfSource).ToArray()),
        batch => withholding.Governance.AskForSources(batch, sources));

    /// <summary>Every version of a source that began up to the moment, in entry order.</summary>
    public Task<List<SourceVersion>> SourceHistoryAsync(string source) => SourcesAsync(
        batch => batch.Documents<SourceVersion>(
            $"select data from {session.Generation.SourceVersions} where stream = $2 and from_entry <= $1 order by from_entry", moment.Entry, StreamName.OfSource(source)),
        batch => withholding.Governance.AskForSources(batch, [source]));

    /// <summary>The same of some sources.</summary>
    public Task<List<SourceVersion>> SourceHistoriesAsync(IReadOnlyCollection<string> sources) => SourcesAsync(
        batch => batch.Documents<SourceVersion>(
            $"select data from {session.Generation.SourceVersions} where stream = any($2) and from_entry <= $1 order by from_entry", moment.Entry, sources.Select(StreamName.OfSource).ToArray()),
        batch => withholding.Governance.AskForSources(batch, sources));

    /// <summary>All sources, for questions about who repeats whom.</summary>
    public Task<List<SourceVersion>> AllSourcesAsync() => SourcesAsync(
        batch => batch.Documents<SourceVersion>($"select data from {session.Generation.SourceVersions} where {Holds}", moment.Entry),
        withholding.Governance.AskForSources,
        note: false);

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

    /// <summary>Those of some actors that were registered by then.</summary>
    public async Task<List<ActorVersion>> ActorsAsync(IEnumerable<string> actors) => KnowsNoActors
        ? []
        : await documents.CompleteAsync(await session.DocumentsAsync<ActorVersion>(
            $"select data from {session.Generation.ActorVersions} where {Holds} and stream = any($2)",
            cancellationToken,
            moment.Entry,
            actors.Select(StreamName.OfActor).ToArray()));

    public async Task<List<ActorVersion>> AllActorsAsync() => KnowsNoActors
        ? []
        : await documents.CompleteAsync(
            await session.DocumentsAsync<ActorVersion>($"select data from {session.Generation.ActorVersions} where {Holds}", cancellationToken, moment.Entry));

    public Task<List<KeyVersion>> AllKeysAsync() => KnowsNoActors
        ? Task.FromResult(new List<KeyVersion>())
        : session.DocumentsAsync<KeyVersion>($"select data from {session.Generation.KeyVersions} where {Holds}", cancellationToken, moment.Entry);

    /// <summary>The claims that cite one of some sources.</summary>
    public async Task<List<ClaimVersion>> ClaimsCitingAsync(IEnumerable<string> sources)
    {
        var found = await session.DocumentsAsync<ClaimVersion>(
            $"""
            select data from {session.Generation.ClaimVersions}
            where {Holds} and stream in (select from_stream from {session.Generation.References} where to_stream = any($2) and first_entry <= $1)
            """,
            cancellationToken,
            moment.Entry,
            sources.Select(StreamName.OfSource).ToArray());
        return Recorded(await DisclosedAsync(found));
    }

    /// <summary>The entries of some streams up to the moment, in entry order.</summary>
    public Task<List<LedgerEntry>> EntriesOfAsync(IEnumerable<string> streams) => session.DocumentsAsync<LedgerEntry>(
        $"select data from {session.Generation.Entries} where stream = any($2) and id <= $1 order by id", cancellationToken, moment.Entry, streams.ToArray());

    public Task<List<LedgerEntry>> EntriesAsync(IEnumerable<long> numbers) => session.DocumentsAsync<LedgerEntry>(
        $"select data from {session.Generation.Entries} where id = any($1)", cancellationToken, numbers.ToArray());

    /// <summary>Every order to erase, with what became of it.</summary>
    public Task<List<ErasureView>> ErasuresAsync() => ErasureViews.FindAsync(session, moment, cancellationToken);

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

    /// <summary>
    /// The entries that the record's snapshot covers and of which whoever asks may know, and how many more there are: those of sources and authorities
    /// that only withheld claims or sources name.
    /// </summary>
    public async Task<(IReadOnlyList<LedgerEntry> Shown, int Withheld)> ShownEntriesReachedByAsync(string record)
    {
        var all = await EntriesReachedByAsync(record);
        if (!withholding.IsNeeded)
            return (all, 0);
        await using var batch = session.NewBatch();
        AskForGovernance(batch, record);
        withholding.Governance.AskForSources(
            batch, all.Select(entry => entry.Stream).Where(stream => stream.StartsWith(StreamName.SourcePrefix, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Select(StreamName.IdOf).ToArray());
        await batch.ExecuteAsync(cancellationToken);
        var shown = ReachedEntries.Shown(all, withholding);
        return (shown, all.Count - shown.Count);
    }

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

    /// <summary>A claim that is only proposed is no claim; digests cover its stream all the same.</summary>
    private static List<ClaimVersion> Recorded(List<ClaimVersion> claims) => claims.All(claim => claim.State.IsRecorded) ? claims : claims.FindAll(claim => claim.State.IsRecorded);

    private string RecordHolds => $"select data from {session.Generation.RecordVersions} where stream = $2 and {Holds}";

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
