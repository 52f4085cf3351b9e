using System.Runtime.CompilerServices;
using Archive.Claims;
using Archive.Domain;
using Archive.Projection;
using Archive.Snapshots;
using Archive.Sources;
using Npgsql;

namespace Archive.Evidence.Audits;

/// <summary>
/// The claims and sources of a moment for an audit: page by page, each in a database snapshot of its own, so that none stays open for as long as
/// bytes are read; and as they are stored, without the words that they keep by reference, because it is these that are audited.
/// </summary>
internal sealed class EvidencePages(NpgsqlDataSource database, Generations generations)
{
    private const int Size = 200;

    private const string Holds = "from_entry <= $1 and to_entry > $1";

    /// <returns>The moment as things stand, and whether there is such a record in it.</returns>
    public async Task<(Moment Moment, bool Found)> FindAsync(string? record, CancellationToken cancellationToken)
    {
        await using var session = await ReadSession.OpenAsync(database, generations, cancellationToken);
        var moment = (await Moments.FindAsync(session, AsOf.Latest, cancellationToken))!;
        return (moment, record is null || (await session.ValuesAsync<string>(
            $"select stream from {session.Generation.RecordVersions} where {Holds} and stream = $2", cancellationToken, moment.Entry, StreamName.OfRecord(record))).Count > 0);
    }

    /// <summary>Claims of a record, or all.</summary>
    public IAsyncEnumerable<ClaimVersion> ClaimsAsync(Moment moment, string? record, CancellationToken cancellationToken) => PagesAsync<ClaimVersion>(
        generation => $"select data from {generation.ClaimVersions} where {Holds} and stream > $2 {(record is null ? "" : "and record = $4")} order by stream limit $3",
        moment,
        record is null ? [] : [record],
        cancellationToken);

    /// <summary>Those of them that name a source.</summary>
    public IAsyncEnumerable<ClaimVersion> ClaimsCitingAsync(Moment moment, string source, string? record, CancellationToken cancellationToken) => PagesAsync<ClaimVersion>(
        generation =>
            $"""
            select data from {generation.ClaimVersions}
            where {Holds} and stream > $2 {(record is null ? "" : "and record = $5")}
                and stream in (select from_stream from {generation.References} where to_stream = $4 and first_entry <= $1)
            order by stream limit $3
            """,
        moment,
        record is null ? [StreamName.OfSource(source)] : [StreamName.OfSource(source), record],
        cancellationToken);

    /// <summary>All sources, or those that a record's claims name.</summary>
    public IAsyncEnumerable<SourceVersion> SourcesAsync(Moment moment, string? record, CancellationToken cancellationToken) => PagesAsync<SourceVersion>(
        generation =>
            $"""
            select data from {generation.SourceVersions}
            where {Holds} and stream > $2 {(record is null ? "" : $"""
                and stream in (
                    select to_stream from {generation.References} where first_entry <= $1
                        and from_stream in (select stream from {generation.ClaimVersions} where record = $4 and {Holds}))
                """)}
            order by stream limit $3
            """,
        moment,
        record is null ? [] : [record],
        cancellationToken);

    private async IAsyncEnumerable<TVersion> PagesAsync<TVersion>(
        Func<GenerationStore, string> sql, Moment moment, object[] more, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TVersion : IVersion
    {
        for (var after = ""; ;)
        {
            List<TVersion> page;
            await using (var session = await ReadSession.OpenAsync(database, generations, cancellationToken))
                page = await session.DocumentsAsync<TVersion>(sql(session.Generation), cancellationToken, [moment.Entry, after, Size, .. more]);
            foreach (var version in page)
                yield return version;
            if (page.Count < Size)
                yield break;
            after = page[^1].Stream;
        }
    }
}
