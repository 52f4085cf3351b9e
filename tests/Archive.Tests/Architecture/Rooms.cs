using System.Xml.Linq;

namespace Archive.Tests.Architecture;

/// <summary>The rooms of the house, and what each may know. A new room needs a line here.</summary>
internal static class Rooms
{
    private static readonly string[] Hosts = ["Archive", "Archive.Domain", "Archive.EventStoreDb"];

    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        ["Archive.Domain"] = [],
        ["Archive"] = ["Archive.Domain"],
        ["Archive.EventStoreDb"] = ["Archive", "Archive.Domain"],
        ["Archive.Server"] = Hosts,
        ["Archive.Cli"] = Hosts,
    };

    /// <summary>Beginnings of the names of foreign assemblies that are for certain rooms alone.</summary>
    private static readonly (string Assembly, string[] Rooms)[] Reserved =
    [
        ("Grpc", ["Archive.EventStoreDb"]),
        ("EventStore", ["Archive.EventStoreDb"]),
        ("KurrentDB", ["Archive.EventStoreDb"]),
        ("Microsoft.AspNetCore", ["Archive.Server"]),
        ("System.CommandLine", ["Archive.Cli"]),
        ("Spectre.Console", ["Archive.Cli"]),
        ("Marten", ["Archive"]),
        ("Npgsql", ["Archive"]),
    ];

    /// <summary>Names of the projects in src that are rooms, and their project files.</summary>
    public static IReadOnlyDictionary<string, string> Projects { get; } = Directory
        .EnumerateFiles(RepositoryRoot.File("src"), "*.csproj", SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("compat", StringComparer.Ordinal))
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal);

    /// <summary>The rooms whose assemblies lie beside the tests.</summary>
    public static IReadOnlyDictionary<string, AssemblyFacts> Assemblies { get; } = Projects.Keys
        .Where(room => File.Exists(PathOf(room))).ToDictionary(room => room, room => AssemblyFacts.Of(PathOf(room)), StringComparer.Ordinal);

    public static AssemblyFacts Tests { get; } = AssemblyFacts.Of(PathOf("Archive.Tests"));

    public static IEnumerable<string> ProjectReferences(XElement project) => project.Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    /// <summary>What a room refers to and may not.</summary>
    public static IEnumerable<string> Trespasses(string room, IEnumerable<string> references)
    {
        if (!MayKnow.TryGetValue(room, out var known))
            return [$"{room} is no room of the house"];
        return references.Where(reference => reference.StartsWith("Archive", StringComparison.Ordinal)
                ? !known.Contains(reference, StringComparer.Ordinal)
                : Array.Exists(Reserved, rule => Is(reference, rule.Assembly) && !rule.Rooms.Contains(room, StringComparer.Ordinal))
                    || (room == "Archive.Domain" && !Is(reference, "System") && reference is not ("NodaTime" or "NSec.Cryptography")))
            .Select(reference => $"{room} -> {reference}");
    }

    private static bool Is(string assembly, string prefix) => assembly == prefix || assembly.StartsWith(prefix + ".", StringComparison.Ordinal);

    private static string PathOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
}
