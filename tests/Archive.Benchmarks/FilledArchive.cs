using Archive.Access;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Domain.Time;
using Archive.Commands;
using Archive.EventLog;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Archive.Domain.Access;

namespace Archive.Benchmarks;

/// <summary>An archive with records of many claims and a history of corrections, appended through the port as the handlers would.</summary>
internal sealed class FilledArchive : IAsyncDisposable
{
    /// <summary>Who asks it.</summary>
    public static readonly Asker Reader = new("bench", Role.Reader);

    private const int AtOnce = 256;

    private static readonly HistoricalDate Day = HistoricalDate.TryDerive("2023-03-20", null, "Europe/Moscow", out var day, out _) ? day : throw new InvalidOperationException();

    private static readonly RandomSalts Salts = new();

    private readonly Action<IServiceCollection>? _configure;

    private FilledArchive(ArchiveHost host, string connectionString, Action<IServiceCollection>? configure)
    {
        Host = host;
        ConnectionString = connectionString;
        _configure = configure;
    }

    public ArchiveHost Host { get; private set; }

    public string ConnectionString { get; }

    /// <summary>Number of the generation of read models that answers.</summary>
    public int Generation { get; private set; }

    public IEventLog Log => Host.Services.GetRequiredService<IEventLog>();

    public NpgsqlDataSource Database => Host.Services.GetRequiredService<NpgsqlDataSource>();

    /// <param name="run">Where it is made.</param>
    /// <param name="shapes">Its records.</param>
    public static Task<FilledArchive> CreateAsync(BenchmarkRun run, params IReadOnlyList<RecordShape> shapes) => CreateAsync(run, null, shapes);

    /// <param name="run">Where it is made.</param>
    /// <param name="configure">Adds services, such as another event log.</param>
    /// <param name="shapes">Its records.</param>
    public static async Task<FilledArchive> CreateAsync(BenchmarkRun run, Action<IServiceCollection>? configure, params IReadOnlyList<RecordShape> shapes)
    {
        var connectionString = await run.CreateDatabaseAsync();
        var archive = new FilledArchive(await ArchiveHost.OpenAsync(connectionString, configure, CancellationToken.None), connectionString, configure);
        await archive.AppendAsync("source/s0", -1, new SourceRegistered("s0", new SourceDescription(SourceKind.Agency, "A source", false, null, null, null, null, null, null, false, null)));
        foreach (var shape in shapes)
        {
            run.Say($"Filling {shape.Record}: {shape.Claims:N0} claims in {shape.Versions} versions");
            await archive.AppendAsync($"record/{shape.Record}", -1, new RecordOpened(shape.Record, new RecordDescription("A record", null, null, [], null, null)));
            await archive.FillAsync(shape);
        }

        // The quick way to project a long log.
        archive.Generation = (await archive.Host.RebuildAsync(null, CancellationToken.None)).Generation;
        await archive.ExecuteAsync("vacuum analyze");
        return archive;
    }

    public static string ClaimId(string record, int claim) => $"{record}/c{claim}";

    /// <summary>The event that gives a claim its version: the first records, others correct. About 1 KB stored.</summary>
    public static IClaimEvent Event(string record, int claim, int version)
    {
        var content = new ClaimContent(
            $"Claim {claim} in version {version}: the delegations met and agreed to go on meeting, as both sides said afterwards in statements of the same day.",
            new Background([], null), "en", Day, null, null, []);
        ValueList<Citation> citations = [new(1, "s0", Stance.Supports, CitedPart.All, null, null, null)];
        return version == 1
            ? new ClaimRecorded(ClaimId(record, claim), content, citations)
            : new ClaimCorrected(ClaimId(record, claim), version, content, citations, CorrectionReason.Clarification, Fault.None, "A word was changed.");
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Opens the archive again in this process, which then projects only where somebody asks for it.</summary>
    public async Task ReopenAsync()
    {
        await Host.DisposeAsync();
        Host = await ArchiveHost.OpenAsync(ConnectionString, _configure, CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    private async Task FillAsync(RecordShape shape)
    {
        // A claim's versions in their order; those of a few hundred claims at the same time.
        foreach (var round in shape.Near ? [Enumerable.Range(1, shape.Versions).ToArray()] : Enumerable.Range(1, shape.Versions).Select(version => new[] { version }).ToArray())
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, shape.Claims), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (claim, _) =>
            {
                foreach (var version in round)
                    await AppendAsync($"claim/{ClaimId(shape.Record, claim)}", version - 2, Event(shape.Record, claim, version));
            });
        }
    }

    /// <summary>An event on its way into the log, with ids and metadata as a command's.</summary>
    public static NewEvent NewEvent(string stream, long revision, IArchiveEvent happened)
    {
        var command = EventId.NameBased(Guid.Empty, System.Text.Encoding.UTF8.GetBytes($"{stream} {revision}"));
        var metadata = new EventMetadata(
            Domain.Ledger.RecordedTime.TruncateToMicroseconds(TimeProvider.System.GetUtcNow()), "bench", command, 0, 1, "", null, null,
            happened.References.Where(reference => reference != stream).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
            Salts.Next(), Salts.Next());
        return new NewEvent(EventId.Of(command, stream, 0), EventCatalogue.NameOf(happened), happened, metadata);
    }

    private async Task AppendAsync(string stream, long revision, IArchiveEvent happened)
    {
        var result = await Log.AppendAsync(stream, revision, [NewEvent(stream, revision + 1, happened)], CancellationToken.None);
        if (result is not AppendResult.Appended)
            throw new InvalidOperationException($"{stream}: {result}");
    }
}
