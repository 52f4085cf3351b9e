namespace Archive.Tests.Architecture;

public sealed class PureDomainTests
{
    private static readonly string[] Outside =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.DriveInfo", "System.IO.Path", "System.IO.Pipes.", "System.IO.StreamReader", "System.IO.StreamWriter",
        "System.Net.", "System.Data.", "System.Console", "System.Environment", "System.AppContext", "System.Diagnostics.Process", "System.Threading.Thread",
        "System.Threading.Tasks.Task", "System.Threading.Timer", "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Random",
        "System.Security.Cryptography.RandomNumberGenerator", "NodaTime.SystemClock", "NodaTime.IClock",
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.Guid::NewGuid", "System.Guid::CreateVersion7", "System.TimeZoneInfo", "System.Globalization.CultureInfo::get_CurrentCulture",
    ];

    /// <summary>Every iterator asks on which thread it is enumerated.</summary>
    private static readonly string[] WrittenByTheCompiler = ["System.Environment", "System.Environment::get_CurrentManagedThreadId"];

    [Fact]
    public void The_domain_touches_no_file_network_clock_or_chance() => Touched(Rooms.Assemblies["Archive.Domain"].Uses).ShouldBeEmpty();

    [Fact]
    public void What_is_planted_in_the_tests_is_found()
    {
        Planted.Clock().ShouldNotBe(default);
        Planted.Disk().ShouldBeFalse();
        Touched(Rooms.Tests.Uses).ShouldContain("System.DateTime::get_UtcNow");
        Touched(Rooms.Tests.Uses).ShouldContain("System.IO.File::Exists");
    }

    private static IEnumerable<string> Touched(IEnumerable<string> uses) => uses.Except(WrittenByTheCompiler, StringComparer.Ordinal).Where(used => Array.Exists(Outside, forbidden =>
        forbidden.EndsWith('.') ? used.StartsWith(forbidden, StringComparison.Ordinal)
        : forbidden == used || used.StartsWith(forbidden + "::", StringComparison.Ordinal)
            || (forbidden == "System.IO.File" && used.StartsWith(forbidden, StringComparison.Ordinal))));

    private static class Planted
    {
        public static DateTime Clock() => DateTime.UtcNow;

        public static bool Disk() => File.Exists("/no/such/file");
    }
}
