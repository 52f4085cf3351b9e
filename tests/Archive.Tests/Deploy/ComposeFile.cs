using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Archive.Tests.Deploy;

/// <summary>A compose file, with its anchors and merge keys resolved.</summary>
/// <param name="Text">Without its comments.</param>
internal sealed partial record ComposeFile(string Name, string Text, IReadOnlyList<ComposedContainer> Services)
{
    /// <summary>Names that stand in <c>${...}</c>, whatever stands behind them.</summary>
    public IReadOnlyList<string> Variables { get; } = [.. Interpolation().Matches(Text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    public static ComposeFile Read(params string[] path) => Parse(path[^1], File.ReadAllText(RepositoryRoot.File(path)));

    public static ComposeFile Parse(string name, string text)
    {
        var root = (Dictionary<object, object?>)new DeserializerBuilder().Build().Deserialize(new MergingParser(new Parser(new StringReader(text))))!;
        var services = ((Dictionary<object, object?>)root["services"]!).Select(pair => Service((string)pair.Key, (Dictionary<object, object?>)pair.Value!));
        return new(name, string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith('#'))), [.. services]);
    }

    private static ComposedContainer Service(string name, Dictionary<object, object?> service)
    {
        var health = Map(service, "healthcheck");
        return new(
            name, Word(service, "image"), Map(service, "environment").ToDictionary(pair => (string)pair.Key, pair => pair.Value as string ?? "", StringComparer.Ordinal),
            Words(service, "ports"), Words(health, "test"), Word(health, "disable") == "true", Word(service, "restart"), Words(service, "profiles"),
            [.. Words(service, "volumes").Select(volume => volume.Split(':')[0]).Where(source => source.StartsWith('.') || source.StartsWith('/'))], Word(Map(service, "build"), "dockerfile"));
    }

    private static string? Word(Dictionary<object, object?> map, string key) => map.GetValueOrDefault(key) as string;

    // A form that the rules cannot read must not pass for an empty one.
    private static IReadOnlyList<string> Words(Dictionary<object, object?> map, string key) => map.GetValueOrDefault(key) switch
    {
        null => [],
        List<object> list when list.TrueForAll(item => item is string) => [.. list.Cast<string>()],
        _ => throw new FormatException($"The rules of deployment read {key} as a list of words alone. Write it so."),
    };

    private static Dictionary<object, object?> Map(Dictionary<object, object?> map, string key) => map.GetValueOrDefault(key) switch
    {
        null => [],
        Dictionary<object, object?> inner => inner,
        _ => throw new FormatException($"The rules of deployment read {key} as a map alone. Write it so."),
    };

    [GeneratedRegex(@"(?<!\$)\$(\{(?<name>[A-Za-z_]\w*)[^}]*\}|(?<name>[A-Za-z_]\w*))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Interpolation();
}
