using System.Security.Cryptography;

namespace EventStore.Client;

/// <summary>What a client needs to know before its first call.</summary>
public class EventStoreClientSettings
{
    /// <summary>What the server's log calls this client. Null: a name that no other has.</summary>
    public string? ConnectionName { get; set; }

    public EventStoreClientOperationOptions OperationOptions { get; set; } = EventStoreClientOperationOptions.Default;

    public EventStoreClientConnectivitySettings ConnectivitySettings { get; set; } = EventStoreClientConnectivitySettings.Default;

    /// <summary>Sent with every operation that has no credentials of its own, over TLS only.</summary>
    public UserCredentials? DefaultCredentials { get; set; }

    /// <summary>How long an append may take. Reads and subscriptions have no end but their own.</summary>
    public TimeSpan? DefaultDeadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Settings from <c>esdb://user:password@host:2113,host:2113?key=value</c>, see README.md.</summary>
    /// <exception cref="ConnectionStringParseException">The text is no connection string. No message repeats what could be a password.</exception>
    public static EventStoreClientSettings Create(string connectionString) => ConnectionString.Parse(connectionString).ToSettings();

    // A copy: two clients of the same settings are two to the server.
    internal EventStoreClientSettings Named()
    {
        var named = (EventStoreClientSettings)MemberwiseClone();
        named.ConnectionName ??= "ES-" + new Guid(RandomNumberGenerator.GetBytes(16));
        return named;
    }
}
