namespace EventStore.Client;

/// <summary>Appends to streams and reads them. One client serves a whole process: it is safe for many calls at once and keeps its connections.</summary>
public sealed partial class EventStoreClient : IDisposable, IAsyncDisposable
{
    private readonly EventStoreClientSettings settings;
    private readonly Connection connection;

    /// <summary>Connects with the first call. Without settings the server is https://localhost:2113.</summary>
    public EventStoreClient(EventStoreClientSettings? settings = null)
    {
        this.settings = (settings ?? new EventStoreClientSettings()).Named();
        connection = new Connection(this.settings);
    }

    public string ConnectionName => settings.ConnectionName!;

    /// <summary>Ends every call that still runs.</summary>
    public void Dispose() => connection.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
