using System.Net;

namespace EventStore.Client;

/// <summary>The parts of a connection string. A character that separates them has to be percent-encoded in a password; when it is not, what follows
/// is part of the password, so nothing of these parts is ever repeated in a message.</summary>
internal sealed record ConnectionString(bool Discover, UserCredentials? Credentials, IReadOnlyList<EndPoint> Hosts, IReadOnlyDictionary<string, string> Options)
{
    private const int DefaultPort = 2113;

    private static readonly string[] Products = ["esdb", "kurrentdb", "kurrent"];

    public static ConnectionString Parse(string text)
    {
        var end = text.IndexOf("://", StringComparison.Ordinal);
        if (end < 0)
            throw new NoSchemeException();
        var discover = IsDiscover(text[..end]);

        var rest = text[(end + 3)..];
        var authority = UpToAny(rest, "/?");
        var tail = rest[authority.Length..];
        var at = authority.LastIndexOf('@');
        if (at < 0 && tail.Contains('@', StringComparison.Ordinal))
            throw new InvalidUserCredentialsException();
        var credentials = at < 0 ? null : CredentialsOf(authority[..at]);
        var hosts = authority[(at + 1)..].Split(',').Select(HostOf).ToArray();

        var path = UpToAny(tail, "?");
        if (path is not ("" or "/"))
            throw new ConnectionStringParseException("The connection string has a path. Leave out what stands between the hosts and the question mark.");
        var query = tail[path.Length..];
        return new ConnectionString(discover, credentials, hosts, query.Length == 0 ? new Dictionary<string, string>(StringComparer.Ordinal) : OptionsOf(query[1..]));
    }

    /// <exception cref="ConnectionStringParseException">An option has a value that it cannot have.</exception>
    public EventStoreClientSettings ToSettings() => ConnectionStringOptions.Apply(this);

    private static bool IsDiscover(string scheme)
    {
        var discover = scheme.EndsWith("+discover", StringComparison.Ordinal);
        return Array.IndexOf(Products, discover ? scheme[..^"+discover".Length] : scheme) >= 0
            ? discover
            : throw new InvalidSchemeException();
    }

    private static UserCredentials CredentialsOf(string text) => text.Split(':') is [var user, var password]
        ? new UserCredentials(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password))
        : throw new InvalidUserCredentialsException();

    private static EndPoint HostOf(string text, int index)
    {
        var (host, port) = text.Split(':') switch
        {
            [var only] => (only, DefaultPort),
            [var name, var number] when ushort.TryParse(number, System.Globalization.NumberStyles.None, null, out var parsed) && parsed > 0 => (name, parsed),
            _ => throw new InvalidHostException(index + 1),
        };
        return Uri.CheckHostName(host) switch
        {
            UriHostNameType.IPv4 => new IPEndPoint(IPAddress.Parse(host), port),
            UriHostNameType.Dns => new DnsEndPoint(host, port),
            _ => throw new InvalidHostException(index + 1),
        };
    }

    private static Dictionary<string, string> OptionsOf(string query)
    {
        var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in query.Split('&'))
        {
            if (pair.Split('=') is not [var key, var value])
                throw new InvalidKeyValuePairException();
            if (!ConnectionStringOptions.Known.Contains(key))
                throw new InvalidSettingException($"The connection string has an unknown key. Known are {string.Join(", ", ConnectionStringOptions.Known)}.");
            if (!options.TryAdd(key, value))
                throw new DuplicateKeyException(key);
        }

        return options;
    }

    private static string UpToAny(string text, ReadOnlySpan<char> ends) => text.AsSpan().IndexOfAny(ends) is >= 0 and var end ? text[..end] : text;
}
