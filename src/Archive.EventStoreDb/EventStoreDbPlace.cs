using System.Net;
using EventStore.Client;

namespace Archive.EventStoreDb;

/// <summary>Where an archive's log is on a server that it may share with others.</summary>
/// <param name="Settings">How the server is reached.</param>
/// <param name="Streams">The names of the log's streams.</param>
/// <param name="Name">Server and prefix, in words that may be shown.</param>
internal sealed record EventStoreDbPlace(EventStoreClientSettings Settings, StreamNames Streams, string Name)
{
    private const string Example = "'esdb://user:password@host:2113?tls=true', or 'esdb+discover://user:password@host1:2113,host2:2113,host3:2113' for a cluster";

    /// <exception cref="FormatException">What is wrong with them.</exception>
    public static EventStoreDbPlace Parse(string connectionString, string prefix)
    {
        var streams = StreamNames.Of(prefix);
        var settings = Read(connectionString)
            ?? throw new FormatException($"The connection string of the event log has malformed credentials: write {Example}, with what is special in a password percent-encoded.");
        if (settings.ConnectivitySettings.NodePreference != NodePreference.Leader)
            throw new FormatException("The connection string of the event log prefers another node than the leader. Leave nodePreference away: only the leader knows all that was acknowledged.");
        return new EventStoreDbPlace(settings, streams, $"EventStoreDB at {string.Join(", ", HostsOf(settings.ConnectivitySettings))}, prefix {prefix}");
    }

    /// <returns>Null where the credentials are malformed: the client's own exception has them in its message, and goes no further.</returns>
    private static EventStoreClientSettings? Read(string connectionString)
    {
        try
        {
            return EventStoreClientSettings.Create(connectionString);
        }
        catch (InvalidUserCredentialsException)
        {
            return null;
        }
        catch (Exception e) when (e is ConnectionStringParseException or ArgumentException or FormatException)
        {
            throw new FormatException($"The connection string of the event log cannot be read: {e.Message} Write {Example}.", e);
        }
    }

    private static IEnumerable<string> HostsOf(EventStoreClientConnectivitySettings connectivity) => connectivity switch
    {
        { IpGossipSeeds.Length: > 0 } => connectivity.IpGossipSeeds.Select(seed => seed.ToString()),
        { DnsGossipSeeds.Length: > 0 } => connectivity.DnsGossipSeeds.Select(seed => $"{seed.Host}:{seed.Port}"),
        _ => [connectivity.Address?.Authority ?? "localhost:2113"],
    };
}
