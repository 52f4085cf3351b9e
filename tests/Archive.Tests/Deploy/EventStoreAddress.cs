using System.Text.RegularExpressions;

namespace Archive.Tests.Deploy;

/// <summary>A connection string of EventStoreDB as it stands in the files, once its variables have values. Its options are those that the official client 23.3 knows.</summary>
internal sealed partial record EventStoreAddress(bool Discovers, bool HasCredentials, IReadOnlyList<string> Hosts, IReadOnlyDictionary<string, string> Options)
{
    private static readonly string[] Known =
    [
        "connectionName", "maxDiscoverAttempts", "discoveryInterval", "gossipTimeout", "nodePreference", "tls", "tlsVerifyCert", "tlsCaFile", "defaultDeadline",
        "throwOnAppendFailure", "keepAliveInterval", "keepAliveTimeout", "userCertFile", "userKeyFile",
    ];

    /// <exception cref="FormatException">It is none, or one with an option that the client refuses.</exception>
    public static EventStoreAddress Parse(string value)
    {
        var match = Form().Match(Variable().Replace(value, "given"));
        if (!match.Success)
            throw new FormatException($"'{value}' is no connection string of EventStoreDB.");
        var options = match.Groups["option"].Captures.Select(option => option.Value.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        if (options.Keys.Except(Known, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown)
            throw new FormatException($"'{value}' has the option {unknown}, which the client refuses.");
        return new(match.Groups["discover"].Success, match.Groups["user"].Success, [.. match.Groups["host"].Captures.Select(host => host.Value)], options);
    }

    [GeneratedRegex(@"\$\{\w+[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^esdb(?<discover>\+discover)?://(?<user>[A-Za-z0-9]+:[A-Za-z0-9]+@)?(?<host>[a-z0-9.-]+):2113(,(?<host>[a-z0-9.-]+):2113)*/?(\?(?<option>\w+=[^&=\s]+)(&(?<option>\w+=[^&=\s]+))*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
