using System.Text.RegularExpressions;

namespace Archive.Tests.Deploy;

/// <summary>What must hold of every installation. Each rule gives its violations, one line each.</summary>
internal static partial class DeploymentRules
{
    public static IEnumerable<string> UnreadVariables(ComposeFile file, IReadOnlyCollection<string> read) => Variables(file)
        .Where(variable => variable.Name.StartsWith("ARCHIVE_", StringComparison.Ordinal) && !read.Contains(variable.Name)).Select(variable => $"{file.Name}: {variable.Service} sets {variable.Name}, which no code reads");

    public static IEnumerable<string> UnknownServerVariables(ComposeFile file)
    {
        foreach (var (service, name) in Variables(file).Where(variable => variable.Name.StartsWith("EVENTSTORE_", StringComparison.Ordinal) || variable.Name.StartsWith("POSTGRES_", StringComparison.Ordinal)))
        {
            var image = file.Services.Single(candidate => candidate.Name == service).Image ?? "";
            if (!ServerVariables.Of.Any(list => image.StartsWith(list.Key, StringComparison.Ordinal) && list.Value.Contains(name)))
                yield return $"{file.Name}: {service} sets {name}, which was not looked up for '{image}'";
        }
    }

    public static IEnumerable<string> UnexplainedVariables(ComposeFile file, IReadOnlyCollection<string> explained) =>
        file.Variables.Except(explained, StringComparer.Ordinal).Select(name => $"{file.Name}: {name} is not in .env.example");

    public static IEnumerable<string> LoosePins(ComposeFile file) => file.Services.Where(service => service.Image is not null && !Pinned().IsMatch(service.Image))
        .Select(service => $"{file.Name}: {service.Name} takes {service.Image}");

    public static IEnumerable<string> Unwatched(ComposeFile file) => file.Services.Where(service => !service.IsLaidOver).SelectMany(service => OneOff(service)
        ? service.Profiles.Count == 0 || !service.IsUnchecked ? [$"{file.Name}: {service.Name} ends by itself, so it needs a profile and no health check"] : Array.Empty<string>()
        : [.. service.Health.Count == 0 || service.IsUnchecked ? [$"{file.Name}: {service.Name} has no health check"] : Array.Empty<string>(),
           .. service.Restart == "unless-stopped" ? Array.Empty<string>() : [$"{file.Name}: {service.Name} does not start again"]]);

    public static IEnumerable<string> OpenPorts(ComposeFile file) => file.Services.SelectMany(service => service.Ports.Where(port => !port.StartsWith("127.0.0.1:", StringComparison.Ordinal))
        .Select(port => $"{file.Name}: {service.Name} publishes {port}"));

    public static IEnumerable<string> Strays(ComposeFile file, ComposeFile under) => file.Services.Where(service => service.IsLaidOver && under.Services.All(other => other.Name != service.Name))
        .Select(service => $"{file.Name}: {service.Name} has no image and is laid over nothing");

    /// <summary>A password in the file itself, or one that a missing setting would make empty.</summary>
    public static IEnumerable<string> SilentPasswords(ComposeFile file) =>
    [
        .. file.Services.SelectMany(service => service.Environment).Where(variable => variable.Key.EndsWith("PASSWORD", StringComparison.Ordinal) && !Demanded().IsMatch(variable.Value))
            .Select(variable => $"{file.Name}: {variable.Key} has a password that nobody chose"),
        .. Password().Matches(file.Text).Where(match => !match.Value.Contains(":?", StringComparison.Ordinal)).Select(match => $"{file.Name}: {match.Value} may be empty"),
    ];

    private static IEnumerable<(string Service, string Name)> Variables(ComposeFile file) => file.Services.SelectMany(service => service.Environment.Keys.Select(name => (service.Name, name)));

    private static bool OneOff(ComposedContainer service) => service.Restart == "no";

    /// <summary>Two dots of a version, or one and a distribution: PostgreSQL's versions have two numbers.</summary>
    [GeneratedRegex(@"^[a-z0-9./-]+:(\d+\.\d+\.\d+|\d{2,}\.\d+-[a-z])[a-z0-9.-]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pinned();

    [GeneratedRegex(@"^\$\{\w+:\?[^}]+\}$", RegexOptions.None, 1000)]
    private static partial Regex Demanded();

    [GeneratedRegex(@"\$\{?\w*PASSWORD[^}]*\}?", RegexOptions.None, 1000)]
    private static partial Regex Password();
}
