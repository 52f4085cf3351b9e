using System.Text.RegularExpressions;

namespace Archive.Tests.Deploy;

/// <summary>What must hold of the Dockerfile. Each rule gives its violations.</summary>
internal static partial class DockerfileRules
{
    public static IEnumerable<string> LoosePins(string dockerfile) => Lines(dockerfile).Select(line => From().Match(line)).Where(match => match.Success)
        .Select(match => match.Groups["image"].Value).Where(image => !Pinned().IsMatch(image));

    /// <summary>Sources of COPY that the repository does not have, or that .dockerignore keeps from the builder.</summary>
    public static IEnumerable<string> MissingPaths(string dockerfile, IReadOnlyCollection<string> context) => Lines(dockerfile)
        .Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from=", StringComparison.Ordinal))
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..^1]).Select(path => path.TrimEnd('/'))
        .Where(path => !Path.Exists(RepositoryRoot.File(path)) || !context.Contains(path));

    /// <summary>The user as whom the last stage runs; a name does not tell Kubernetes that it is not root.</summary>
    public static bool RunsAsRoot(string dockerfile)
    {
        var lines = Lines(dockerfile).ToList();
        var user = lines.Skip(lines.FindLastIndex(line => From().IsMatch(line))).LastOrDefault(line => line.StartsWith("USER ", StringComparison.Ordinal))?[5..].Split(':')[0];
        return !int.TryParse(user, out var number) || number == 0;
    }

    public static IEnumerable<string> Secrets(string dockerfile) => Lines(dockerfile).Where(line => Secret().IsMatch(line));

    /// <summary>Instructions, each in one line.</summary>
    private static IEnumerable<string> Lines(string dockerfile) => dockerfile.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Where(line => line.Length > 0 && line[0] != '#');

    [GeneratedRegex(@"^FROM\s+(--\S+\s+)*(?<image>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex From();

    [GeneratedRegex(@"^[a-z0-9./-]+:\d+\.\d+\.\d+[a-z0-9.-]*$", RegexOptions.None, 1000)]
    private static partial Regex Pinned();

    [GeneratedRegex(@"^(ENV|ARG)\s.*(PASSWORD|SECRET|TOKEN|ARCHIVE_POSTGRES|ARCHIVE_EVENTSTORE)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();
}
