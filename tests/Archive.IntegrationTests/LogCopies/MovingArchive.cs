using Archive.Domain.Erasures;
using Archive.EventLog;
using Archive.EventStoreDb;
using Archive.IntegrationTests.EventStoreDb;
using Archive.IntegrationTests.Laws;
using Archive.LogCopies;
using Archive.LogErasures;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archive.IntegrationTests.LogCopies;

/// <summary>An archive whose log can be in its own database, in another one, or on a double of EventStoreDB.</summary>
internal sealed class MovingArchive : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly TestDatabase _other;

    private MovingArchive(TestDatabase database, TestDatabase other, EventStoreDouble server)
    {
        _database = database;
        _other = other;
        Others = NpgsqlDataSource.Create(other.ConnectionString);
        Server = server;
    }

    public EventStoreDouble Server { get; }

    /// <summary>The database with Marten's other log.</summary>
    public NpgsqlDataSource Others { get; }

    public string ConnectionString => _database.ConnectionString;

    public static async Task<MovingArchive> CreateAsync()
    {
        var archive = new MovingArchive(await TestDatabase.CreateAsync(), await TestDatabase.CreateAsync(), await EventStoreDouble.StartAsync());
        archive.Server.PutForeign(count: 3);
        return archive;
    }

    /// <param name="log"><c>postgres</c>, <c>other</c> for Marten's in another database, otherwise a prefix on the double.</param>
    public Action<IServiceCollection> Choose(string log) => log switch
    {
        "postgres" => services => services.AddSingleton<IEventLog, MartenEventLog>(),
        "other" => services => services.AddSingleton<IEventLog>(new MartenEventLog(Others)),
        _ => services => services.AddEventStoreDb(Server.ConnectionString, log),
    };

    /// <summary>One of the logs alone, as nobody has it who opens an archive.</summary>
    public ServiceProvider Reach(string log)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => NpgsqlDataSource.Create(ConnectionString));
        Choose(log)(services);
        return services.BuildServiceProvider();
    }

    /// <summary>Opens the archive on one of the logs.</summary>
    public Task<TestArchive> OpenAsync(string log) => TestArchive.OverAsync(ConnectionString, Choose(log), isAnother: true);

    /// <summary>The archive with a random history, closed again.</summary>
    public async Task FillAsync(string log, int seed, int commands)
    {
        await using var archive = await OpenAsync(log);
        await RandomArchive.BeginAsync(archive, new Histories(seed));
        await RandomArchive.GoOnAsync(archive, new Histories(seed), commands);
    }

    public Task<Outcome<CopiedLog>> CopyAsync(string from, string to, Action<LogCopyProgress>? told = null, CancellationToken? cancellation = null) => ArchiveHost.CopyLogAsync(
        new CopyLog(Choose(from), Choose(to), told is null ? null : new Told(told)), ConnectionString, null, cancellation ?? TestContext.Current.CancellationToken);

    public async Task<CopiedLog> CopiedAsync(string from, string to, Action<LogCopyProgress>? told = null)
    {
        var outcome = await CopyAsync(from, to, told);
        return outcome.ShouldBeOfType<Outcome<CopiedLog>.Ok>($"{outcome}").Value;
    }

    public async Task<string> RefusedAsync(string from, string to)
    {
        var outcome = await CopyAsync(from, to);
        return outcome.ShouldBeOfType<Outcome<CopiedLog>.Refused>($"{outcome}").Refusal.Code;
    }

    /// <param name="from">The log that the archive is in.</param>
    /// <param name="into">The log that goes on; the same one for PostgreSQL's own.</param>
    public Task<Outcome<ErasedFromLog>> EraseAsync(
        string from, string into, IReadOnlyList<long> entries, bool destroyOld = false, Action<LogCopyProgress>? told = null, string reference = "GDPR article 17, request 2026/14") =>
        ArchiveHost.EraseFromLogAsync(
            new EraseFromLog(entries, ErasureReason.PersonalData, reference, Choose(from), from == into ? null : Choose(into), destroyOld, told is null ? null : new Told(told)),
            ConnectionString,
            null,
            TestContext.Current.CancellationToken);

    public async Task<ErasedFromLog> ErasedAsync(string from, string into, IReadOnlyList<long> entries, bool destroyOld = false)
    {
        var outcome = await EraseAsync(from, into, entries, destroyOld);
        return outcome.ShouldBeOfType<Outcome<ErasedFromLog>.Ok>($"{outcome}").Value;
    }

    /// <summary>Ends an erasure as a crash before one of its steps does.</summary>
    public async Task CrashAsync(string from, string into, IReadOnlyList<long> entries, LogCopyStep before) =>
        await Should.ThrowAsync<CrashException>(() => EraseAsync(from, into, entries, destroyOld: true, progress =>
        {
            if (progress.Step == before)
                throw new CrashException();
        }));

    /// <summary>Ends a copy as a crash before one of its steps does.</summary>
    public async Task CrashAsync(string from, string to, Func<LogCopyProgress, bool> before) =>
        await Should.ThrowAsync<CrashException>(() => CopyAsync(from, to, progress =>
        {
            if (before(progress))
                throw new CrashException();
        }));

    public async Task<ComparedLogs> CompareAsync(string from, string to) => (await ArchiveHost.CompareLogsAsync(
        new CompareLogs(Choose(from), Choose(to)), ConnectionString, null, TestContext.Current.CancellationToken)).ShouldBeOfType<Outcome<ComparedLogs>.Ok>().Value;

    /// <summary>How many entries one of the logs has.</summary>
    public async Task<long> CountAsync(string log)
    {
        await using var reached = Reach(log);
        var there = reached.GetRequiredService<IEventLog>();
        return await there.Control.FindAsync(TestContext.Current.CancellationToken) is null ? 0 : await there.CountAfterAsync(Archive.EventLog.LogPosition.Start, TestContext.Current.CancellationToken);
    }

    public async Task<List<string>> ValuesAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        var values = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            values.Add(reader.GetString(0));
        return values;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Others.DisposeAsync();
        await _other.DisposeAsync();
        await _database.DisposeAsync();
    }

    private sealed class Told(Action<LogCopyProgress> told) : IProgress<LogCopyProgress>
    {
        public void Report(LogCopyProgress value) => told(value);
    }

    private sealed class CrashException : Exception;
}
