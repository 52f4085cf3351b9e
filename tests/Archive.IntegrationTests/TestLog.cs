using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archive.EventStoreDb;
using Archive.IntegrationTests.EventStoreDb;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Archive.IntegrationTests;

/// <summary>
/// The event log on which the suite runs: Marten's, or with <c>ARCHIVE_TEST_LOG=eventstoredb</c> one on EventStoreDB. That is the server that
/// <c>ARCHIVE_TEST_EVENTSTORE</c> names, otherwise a double that all tests of this process share. Each database has a prefix of its own.
/// </summary>
internal static class TestLog
{
    /// <summary>Of tests that look into the tables of Marten's log, or are about them.</summary>
    public const string Trait = "Log";

    public const string Marten = "marten";

    /// <summary>Of tests for which it is the same whatever log there is: they run once.</summary>
    public const string None = "none";

    /// <summary>A real server keeps what former runs left.</summary>
    private static readonly string Run = Convert.ToHexStringLower(BitConverter.GetBytes(DateTime.UtcNow.Ticks + Environment.ProcessId));

    private static readonly Lazy<Task<EventStoreDouble>> Double = new(() => EventStoreDouble.StartAsync());

    private static readonly Lazy<Task<string>> Server = new(StartAsync);

    /// <summary>The server that the tests were given, or null.</summary>
    public static string? GivenServer { get; } = Environment.GetEnvironmentVariable("ARCHIVE_TEST_EVENTSTORE") is { Length: > 0 } given ? given : null;

    public static bool IsOnEventStoreDb { get; } = Environment.GetEnvironmentVariable("ARCHIVE_TEST_LOG") switch
    {
        null or "" or Marten => false,
        "eventstoredb" => true,
        var other => throw new InvalidOperationException($"ARCHIVE_TEST_LOG is 'marten' or 'eventstoredb', not '{other}'."),
    };

    /// <param name="database">Connection string of the archive's read models.</param>
    /// <param name="onEventStoreDb">Which log; null for the suite's.</param>
    public static async Task<Action<IServiceCollection>> ChooseAsync(string database, bool? onEventStoreDb = null)
    {
        if (!(onEventStoreDb ?? IsOnEventStoreDb))
            return services => services.RemoveAll<global::Archive.EventLog.IEventLog>();
        var server = await Server.Value;
        return services => services.AddEventStoreDb(server, PrefixOf(database));
    }

    /// <summary>What a process of the archive's own must be given to find the same log.</summary>
    public static IReadOnlyDictionary<string, string> VariablesOf(string database) => IsOnEventStoreDb
        ? new Dictionary<string, string>(StringComparer.Ordinal) { ["ARCHIVE_EVENTSTORE"] = Server.Value.GetAwaiter().GetResult(), ["ARCHIVE_EVENTSTORE_PREFIX"] = PrefixOf(database) }
        : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The server named, or the double.</summary>
    public static Task<string> EventStoreDbAsync() => Server.Value;

    /// <summary>The double, for those who look into it; a test that has to ends here where there is a real server.</summary>
    public static Task<EventStoreDouble> DoubleAsync()
    {
        Assert.SkipWhen(GivenServer is not null, "It does to the log what no server lets anybody do: run it without ARCHIVE_TEST_EVENTSTORE.");
        return Double.Value;
    }

    /// <summary>How many events there are of an archive, whole or not; none where there is no log yet.</summary>
    public static async Task<long> CountAsync(string database)
    {
        if (IsOnEventStoreDb)
        {
            await using var log = new EventStoreDbEventLog(EventStoreDbPlace.Parse(await Server.Value, PrefixOf(database)), TimeProvider.System);
            return await log.CountAfterAsync(global::Archive.EventLog.LogPosition.Start, TestContext.Current.CancellationToken);
        }

        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var exists = new NpgsqlCommand("select to_regclass('archive_log.mt_events') is not null", connection);
        if (await exists.ExecuteScalarAsync(TestContext.Current.CancellationToken) is not true)
            return 0;
        await using var command = new NpgsqlCommand("select count(*) from archive_log.mt_events", connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Databases of several servers can have the same name.</summary>
    public static string PrefixOf(string database)
    {
        var place = new NpgsqlConnectionStringBuilder(database);
        var server = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{place.Host}:{place.Port}")))[..6];
        return string.Create(CultureInfo.InvariantCulture, $"{place.Database!.Replace('_', '-')}-{server}-{Run[..8]}");
    }

    private static async Task<string> StartAsync() => GivenServer ?? (await Double.Value).ConnectionString;
}
