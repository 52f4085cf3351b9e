using System.Globalization;
using Archive.EventStoreDb;
using Archive.IntegrationTests.EventStoreDb;
using Microsoft.Extensions.DependencyInjection;
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

    /// <summary>A real server keeps what former runs left.</summary>
    private static readonly string Run = Convert.ToHexStringLower(BitConverter.GetBytes(DateTime.UtcNow.Ticks + Environment.ProcessId));

    private static readonly Lazy<Task<string>> Server = new(StartAsync);

    public static bool IsOnEventStoreDb { get; } = Environment.GetEnvironmentVariable("ARCHIVE_TEST_LOG") switch
    {
        null or "" or Marten => false,
        "eventstoredb" => true,
        var other => throw new InvalidOperationException($"ARCHIVE_TEST_LOG is 'marten' or 'eventstoredb', not '{other}'."),
    };

    public static async Task<Action<IServiceCollection>> ChooseAsync(string database)
    {
        if (!IsOnEventStoreDb)
            return _ => { };
        var server = await Server.Value;
        return services => services.AddEventStoreDb(server, PrefixOf(database));
    }

    /// <summary>What a process of the archive's own must be given to find the same log.</summary>
    public static IReadOnlyDictionary<string, string> VariablesOf(string database) => IsOnEventStoreDb
        ? new Dictionary<string, string>(StringComparer.Ordinal) { ["ARCHIVE_EVENTSTORE"] = Server.Value.GetAwaiter().GetResult(), ["ARCHIVE_EVENTSTORE_PREFIX"] = PrefixOf(database) }
        : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The server named, or the double.</summary>
    public static Task<string> EventStoreDbAsync() => Server.Value;

    private static string PrefixOf(string database) => string.Create(
        CultureInfo.InvariantCulture, $"{new NpgsqlConnectionStringBuilder(database).Database!.Replace('_', '-')}-{Run[..8]}");

    private static async Task<string> StartAsync() => Environment.GetEnvironmentVariable("ARCHIVE_TEST_EVENTSTORE") is { Length: > 0 } given
        ? given
        : (await EventStoreDouble.StartAsync()).ConnectionString;
}
