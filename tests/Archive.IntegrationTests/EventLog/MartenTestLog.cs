using Archive.EventLog;
using Npgsql;

namespace Archive.IntegrationTests.EventLog;

/// <summary>Marten's log in a database of its own, whatever the suite runs on.</summary>
internal sealed class MartenTestLog : ITestLog
{
    private readonly TestDatabase _database;
    private readonly NpgsqlDataSource _source;
    private readonly MartenEventLog _log;

    private MartenTestLog(TestDatabase database)
    {
        _database = database;
        _source = NpgsqlDataSource.Create(database.ConnectionString);
        _log = new MartenEventLog(_source);
    }

    public IEventLog Log => _log;

    public static async Task<MartenTestLog> CreateAsync()
    {
        var log = new MartenTestLog(await TestDatabase.CreateAsync());
        await log.Log.Control.OpenAsync("archive.test/log", TestContext.Current.CancellationToken);
        return log;
    }

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }
}
