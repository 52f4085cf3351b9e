using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Domain.Time;
using Archive.EventLog;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archive.Benchmarks;

/// <summary>An archive with one record of many claims and a history of corrections, appended through the port as the handlers would.</summary>
internal sealed class FilledArchive : IAsyncDisposable
{
    public const string Record = "r0";

    private static readonly HistoricalDate Day = HistoricalDate.TryDerive("2023-03-20", null, "Europe/Moscow", out var day, out _) ? day : throw new InvalidOperationException();

    private readonly RandomSalts _salts = new();

    private FilledArchive(ArchiveHost host, string connectionString)
    {
        Host = host;
        ConnectionString = connectionString;
    }

    public ArchiveHost Host { get; }

    public string ConnectionString { get; }

    public IEventLog Log => Host.Services.GetRequiredService<IEventLog>();

    public NpgsqlDataSource Database => Host.Services.GetRequiredService<NpgsqlDataSource>();

    /// <param name="run">Where it is made.</param>
    /// <param name="claims">Claims of the record.</param>
    /// <param name="events">Events in all; those beyond the first versions are corrections, spread evenly over the claims.</param>
    public static async Task<FilledArchive> CreateAsync(BenchmarkRun run, int claims, int events)
    {
        var connectionString = await run.CreateDatabaseAsync();
        var archive = new FilledArchive(await ArchiveHost.OpenAsync(connectionString, CancellationToken.None), connectionString);
        await archive.AppendAsync("source/s0", -1, new SourceRegistered("s0", new SourceDescription(SourceKind.Agency, "A source", false, null, null, null, null, null, null, false, null)));
        await archive.AppendAsync($"record/{Record}", -1, new RecordOpened(Record, new RecordDescription("A record", null, null, [], null, null)));
        for (var version = 1; ((version - 1) * claims) < events; version++)
        {
            var count = Math.Min(claims, events - ((version - 1) * claims));
            await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (claim, _) =>
                await archive.AppendAsync($"claim/{ClaimId(claim)}", version - 2, Event(claim, version)));
        }

        await archive.Host.CatchUpAsync(CancellationToken.None);
        await archive.ExecuteAsync("vacuum analyze");
        return archive;
    }

    public static string ClaimId(int claim) => $"{Record}/c{claim}";

    /// <summary>The event that gives a claim its version: the first records, others correct. About 1 KB stored.</summary>
    public static IClaimEvent Event(int claim, int version)
    {
        var content = new ClaimContent(
            $"Claim {claim} in version {version}: the delegations met and agreed to go on meeting, as both sides said afterwards in statements of the same day.",
            new Background([], null), "en", Day, null, null, []);
        ValueList<Citation> citations = [new(1, "s0", Stance.Supports, CitedPart.All, null, null, null)];
        return version == 1
            ? new ClaimRecorded(ClaimId(claim), content, citations)
            : new ClaimCorrected(ClaimId(claim), version, content, citations, CorrectionReason.Clarification, Fault.None, "A word was changed.");
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    private async Task AppendAsync(string stream, long revision, IArchiveEvent happened)
    {
        var command = EventId.NameBased(Guid.Empty, System.Text.Encoding.UTF8.GetBytes($"{stream} {revision}"));
        var metadata = new EventMetadata(
            Domain.Ledger.RecordedTime.TruncateToMicroseconds(TimeProvider.System.GetUtcNow()), "bench", command, 0, 1, "", null, null,
            happened.References.Where(reference => reference != stream).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
            _salts.Next(), _salts.Next());
        var result = await Log.AppendAsync(stream, revision, [new NewEvent(EventId.Of(command, 0), EventCatalogue.NameOf(happened), happened, metadata)], CancellationToken.None);
        if (result is not AppendResult.Appended)
            throw new InvalidOperationException($"{stream}: {result}");
    }
}
