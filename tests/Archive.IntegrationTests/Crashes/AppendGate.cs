namespace Archive.IntegrationTests.Crashes;

/// <summary>
/// While it is closed, whoever appends waits. It keeps an import, however fast, from being over before what is to happen to it has happened.
/// </summary>
internal abstract class AppendGate : IAsyncDisposable
{
    public static async Task<AppendGate> OfAsync(string connectionString) =>
        TestLog.IsOnEventStoreDb ? new DoubleAppendGate(await TestLog.DoubleAsync(), TestLog.PrefixOf(connectionString)) : new MartenAppendGate(connectionString);

    /// <summary>Returns when nobody is within an append.</summary>
    public abstract Task CloseAsync();

    /// <summary>Lets those through who wait at this moment: what an import appends in one transaction, or about as much.</summary>
    public abstract Task PassAsync();

    /// <summary>Lets an import through no faster than the database under it is restarted.</summary>
    public abstract Task LeaveAjarAsync();

    public abstract Task OpenAsync();

    public async ValueTask DisposeAsync() => await OpenAsync();
}
