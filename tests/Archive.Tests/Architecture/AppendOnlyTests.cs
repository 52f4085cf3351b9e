using System.Reflection;
using JasperFx.Events;
using Marten;

namespace Archive.Tests.Architecture;

public sealed class AppendOnlyTests
{
    private static readonly IReadOnlyList<(string Type, string? Member)> Banned = [.. File.ReadAllLines(RepositoryRoot.File("BannedSymbols.txt"))
        .Where(line => line.Contains("Nothing in the log", StringComparison.Ordinal)).Select(Parse)];

    [Fact]
    public void The_ways_to_change_a_log_are_banned_symbols_and_exist()
    {
        Banned.Count.ShouldBeGreaterThan(20);
        Assembly[] libraries = [typeof(IDocumentStore).Assembly, typeof(IEvent).Assembly];
        Banned.Where(banned => !Array.Exists(libraries, library => Exists(library, banned))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_public_way_of_the_event_operations_to_change_what_was_appended_is_banned()
    {
        string[] verbs = ["Overwrite", "Archive", "Tombstone", "Compact", "Delete", "Mask", "Update", "Remove", "Erase", "Truncate"];
        var ways = typeof(IEventStoreOperations).GetMethods().Select(method => method.Name).Distinct().Where(name => verbs.Any(verb => name.Contains(verb, StringComparison.Ordinal)));
        ways.Except(Banned.Select(banned => banned.Member)).ShouldBeEmpty();
    }

    [Fact]
    public void No_room_changes_the_log() => Rooms.Assemblies.SelectMany(room => Changes(room.Value)).ShouldBeEmpty();

    [Fact]
    public void What_is_planted_in_the_tests_is_found()
    {
        Changes(Rooms.Tests).ShouldContain("JasperFx.Events.IEventStoreOperations::OverwriteEvent");
        Changes(Rooms.Tests).ShouldContain("JasperFx.Events.Archived");
    }

    internal static void Planted(IDocumentSession session, IEvent stored)
    {
        session.Events.OverwriteEvent(stored);
        session.Events.Append(stored.StreamKey!, new Archived("planted"));
    }

    private static IEnumerable<string> Changes(AssemblyFacts assembly) => assembly.Uses.Where(used => Banned.Any(banned =>
        banned.Member is null ? used == banned.Type : used == $"{banned.Type}::{banned.Member}" || used == $"{banned.Type}::set_{banned.Member}"));

    private static (string Type, string? Member) Parse(string line)
    {
        var symbol = line[2..line.IndexOf(';')].Split('(')[0];
        var isType = line.StartsWith("T:", StringComparison.Ordinal);
        var name = isType ? symbol : symbol[(symbol.LastIndexOf('.') + 1)..];
        return isType ? (name.Split('`')[0], null) : (symbol[..symbol.LastIndexOf('.')], name.Split('`')[0]);
    }

    private static bool Exists(Assembly library, (string Type, string? Member) banned) => Array.Exists(
        library.GetExportedTypes(), type => type.FullName!.Split('`')[0] == banned.Type && (banned.Member is null || type.GetMember(banned.Member).Length > 0));
}
