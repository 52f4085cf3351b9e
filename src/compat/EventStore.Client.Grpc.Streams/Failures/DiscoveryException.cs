using System.Globalization;

namespace EventStore.Client;

/// <summary>No node of the cluster said which node to talk to.</summary>
public class DiscoveryException : Exception
{
    public DiscoveryException(int maxDiscoverAttempts)
        : this(maxDiscoverAttempts, null)
    {
    }

    internal DiscoveryException(int maxDiscoverAttempts, Exception? last)
        : base(string.Create(CultureInfo.InvariantCulture, $"No node to talk to was found in {maxDiscoverAttempts} attempts. Check the hosts of the connection string and that the cluster runs."), last) =>
        MaxDiscoverAttempts = maxDiscoverAttempts;

    public int MaxDiscoverAttempts { get; }
}
