using System.Globalization;
using System.Net;

namespace EventStore.Client;

/// <summary>The node does not lead its cluster. The next call goes to the one that does.</summary>
public class NotLeaderException : Exception
{
    public NotLeaderException(string host, int port, Exception? exception = null)
        : base(string.Create(CultureInfo.InvariantCulture, $"The node is not the leader, {host}:{port} is. Try again."), exception) =>
        LeaderEndpoint = new DnsEndPoint(host, port);

    public DnsEndPoint LeaderEndpoint { get; }
}
