using Archive.Cli.Display;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>An actor in a line: the opaque id, and who that is where it is known.</summary>
internal static class ActorText
{
    public static string Of(string id, Names names) => names.OfActor(id) switch
    {
        null => id,
        { Name: { } name } actor => $"{id} ({name}, {Kebab.Of(actor.Kind)})",
        var actor => $"{id} ({Kebab.Of(actor.Kind)})",
    };

    public static string Of(EventView entry, Names names) => Of(entry.Actor, entry.Through, names);

    public static string Of(string actor, string? through, Names names) => through is null ? Of(actor, names) : $"{Of(actor, names)} through {Of(through, names)}";
}
