using System.Globalization;

namespace EventStore.Client;

/// <summary>A connection string has a host that is none.</summary>
public class InvalidHostException : ConnectionStringParseException
{
    /// <summary>Names the host by its place, from 1: its text could be a password whose host was forgotten.</summary>
    internal InvalidHostException(int place)
        : base(string.Create(CultureInfo.InvariantCulture, $"Host {place} of the connection string is none. Write a name or an IPv4 address, and after a colon a port from 1 to 65535."))
    {
    }
}
