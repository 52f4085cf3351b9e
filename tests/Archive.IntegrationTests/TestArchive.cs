using Archive.Access;
using Archive.Commands;
using Archive.Domain.Access;
using Archive.EventLog;
using Archive.Ledger;
using Archive.Snapshots;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archive.IntegrationTests;

/// <summary>An archive of its own, in a database of its own.</summary>
internal sealed class TestArchive : IAsyncDisposable
{
    private static int s_opened;

    private readonly TestDatabase? _database;
    private readonly TestClock _clock;
    private readonly Action<IServiceCollection>? _configure;
    private int _commands;

    private TestArchive(string connectionString, TestDatabase? database, ArchiveHost host, TestClock clock, Action<IServiceCollection>? configure)
    {
        ConnectionString = connectionString;
        _database = database;
        Host = host;
        _clock = clock;
        _configure = configure;
    }

    public ArchiveHost Host { get; private set; }

    /// <summary>The clock of the archive and of every other view of it.</summary>
    public TestClock Clock => _clock;

    public string ConnectionString { get; }

    /// <summary>What the archive's clock says.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    public void Advance(TimeSpan time) => _clock.Advance(time);

    public IEventLog Log => Host.Services.GetRequiredService<IEventLog>();

    public NpgsqlDataSource Database => Host.Services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>What may be done to its log behind its back.</summary>
    public Tampering Tampering => new(ConnectionString);

    /// <param name="salts">Where salts come from; null for random ones.</param>
    /// <param name="configure">Adds services, as whoever opens an archive may.</param>
    public static async Task<TestArchive> CreateAsync(ISaltSource? salts = null, Action<IServiceCollection>? configure = null)
    {
        var database = await TestDatabase.CreateAsync();
        var clock = new TestClock();
        return new TestArchive(database.ConnectionString, database, await OpenAsync(database.ConnectionString, clock, salts, configure), clock, configure);
    }

    /// <summary>An archive on the one log or the other, whichever the suite's is.</summary>
    public static async Task<TestArchive> CreateOnAsync(bool eventStoreDb, ISaltSource? salts = null)
    {
        var database = await TestDatabase.CreateAsync();
        return await OpenAsync(database, eventStoreDb, salts);
    }

    /// <summary>Opens the archive that a database holds, on the one log or the other; its commands have the ids of a new one.</summary>
    public static async Task<TestArchive> OpenAsync(TestDatabase database, bool onEventStoreDb, ISaltSource? salts = null)
    {
        var (clock, choose) = (new TestClock(), await TestLog.ChooseAsync(database.ConnectionString, onEventStoreDb));
        return new TestArchive(database.ConnectionString, database, await OpenAsync(database.ConnectionString, clock, salts, choose), clock, choose);
    }

    /// <summary>An archive in a database that somebody else made and removes.</summary>
    /// <param name="isAnother">Whether its commands have other ids than those of any other archive.</param>
    public static async Task<TestArchive> OverAsync(string connectionString, Action<IServiceCollection>? configure = null, bool isAnother = false)
    {
        var clock = new TestClock();
        return new TestArchive(connectionString, null, await OpenAsync(connectionString, clock, null, configure), clock, configure)
        {
            _commands = isAnother ? 1_000_000 * Interlocked.Increment(ref s_opened) : 0,
        };
    }

    /// <summary>Opens the archive that a database holds; its commands have other ids than those of an archive that was made here.</summary>
    public static async Task<TestArchive> OpenAsync(TestDatabase database)
    {
        var clock = new TestClock();
        return new TestArchive(database.ConnectionString, database, await OpenAsync(database.ConnectionString, clock, null, null), clock, null) { _commands = 1_000_000 * Interlocked.Increment(ref s_opened) };
    }

    /// <summary>Opens an archive as a host does, on the suite's log.</summary>
    public static async Task<ArchiveHost> OpenHostAsync(string connectionString, Action<IServiceCollection>? configure = null)
    {
        var chooseLog = await TestLog.ChooseAsync(connectionString);
        return await ArchiveHost.OpenAsync(
            connectionString,
            (services => services.AddSingleton(new LedgerKeyFolder(TestKeys.FolderOf(connectionString)))) + chooseLog + configure,
            TestContext.Current.CancellationToken);
    }

    /// <summary>Another process's view of the same archive.</summary>
    public Task<ArchiveHost> OpenAnotherAsync() => OpenAsync(ConnectionString, _clock, null, _configure);

    /// <summary>Closes the archive and opens it again, as a new process would.</summary>
    public async Task ReopenAsync()
    {
        await Host.DisposeAsync();
        Host = await OpenAsync(ConnectionString, _clock, null, _configure);
    }

    public CommandContext Context(long? expectedRevision = null) =>
        new(EventId.NameBased(Guid.Empty, BitConverter.GetBytes(Interlocked.Increment(ref _commands))), "tester", expectedRevision, Role: Role.Administrator);

    public async Task<Outcome<Receipt>> SendAsync(ICommand command)
    {
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        return await Host.Sender.Send(command);
    }

    /// <summary>Sends a command that is to be accepted, and waits until it is projected.</summary>
    public async Task<Receipt> DoAsync(ICommand command)
    {
        var receipt = (await SendAsync(command)).ShouldBeOfType<Outcome<Receipt>.Ok>().Value;
        if (receipt.Position is { } position)
            await Host.WaitForAsync(position, TestContext.Current.CancellationToken);
        return receipt;
    }

    /// <summary>Who asks and imports where a test does not say: an administrator.</summary>
    public static Asker Tester { get; } = new("tester", Role.Administrator);

    /// <summary>The same under another id.</summary>
    public static Asker Named(string actor) => Tester with { Actor = actor };

    /// <summary>Asks as somebody who may see everything, unless the question says who asks.</summary>
    public async Task<T> AskAsync<T>(IRequest<Outcome<T>> query) =>
        (await Host.Sender.Send(query is Query<T> { Asker.Role: null } unasked ? unasked.AsTester() : query)).ShouldBeOfType<Outcome<T>.Ok>().Value;

    /// <summary>Runs a piece of test code on the read models as of an entry.</summary>
    public async Task<T> ReadAsync<T>(long entry, Func<Snapshot, Task<T>> read) =>
        ((Outcome<T>.Ok)await Host.Services.GetRequiredService<ReadModels>().AskAsync<T>(
            new AsOf.Entry(entry), Asker.Itself, async snapshot => new Outcome<T>.Ok(await read(snapshot)), TestContext.Current.CancellationToken)).Value;

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    private static Task<ArchiveHost> OpenAsync(string connectionString, TestClock clock, ISaltSource? salts, Action<IServiceCollection>? configure) =>
        OpenHostAsync(
            connectionString,
            services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                services.AddSingleton(ClockTolerance.Unlimited);
                services.AddSingleton(new LogName("archive.test/log"));
                if (salts is not null)
                    services.AddSingleton(salts);
                configure?.Invoke(services);
            });
}
