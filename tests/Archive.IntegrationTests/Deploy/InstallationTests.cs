using System.Runtime.Versioning;

namespace Archive.IntegrationTests.Deploy;

[UnsupportedOSPlatform("windows")]
[Trait(TestLog.Trait, TestLog.None)]
public sealed class InstallationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("archive-settings-").FullName;

    private string Target => Path.Combine(_folder, ".env");

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("eventstore", "docker-compose.yml", "esdb://eventstore:2113?tls=false", "eventstore")]
    [InlineData("postgres", "docker-compose.yml", "", "")]
    [InlineData("cluster", "docker-compose.yml:deploy/compose.cluster.yml", "", "")]
    public async Task An_installation_gets_its_files_its_log_and_passwords_of_its_own(string installation, string files, string log, string profiles)
    {
        (await DeployScript.RunAsync("make-env.sh", installation, Target)).Code.ShouldBe(0);
        var settings = Settings();
        settings["COMPOSE_FILE"].ShouldBe(files);
        settings["ARCHIVE_EVENTSTORE"].ShouldBe(log);
        settings["COMPOSE_PROFILES"].ShouldBe(profiles);
        var passwords = settings.Where(setting => setting.Key.EndsWith("_PASSWORD", StringComparison.Ordinal)).Select(setting => setting.Value).ToList();
        passwords.Count.ShouldBe(4);
        passwords.ShouldBeUnique();
        passwords.ShouldAllBe(password => password.Length == 48 && password.All(char.IsAsciiHexDigitLower));
        File.GetUnixFileMode(Target).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.EnumerateFiles(_folder).ShouldBe([Target]);
    }

    [Fact]
    public async Task Passwords_that_databases_may_have_are_never_overwritten()
    {
        await DeployScript.RunAsync("make-env.sh", "cluster", Target);
        var before = await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken);
        var again = await DeployScript.RunAsync("make-env.sh", "eventstore", Target);
        again.Code.ShouldBe(1);
        again.Error.ShouldContain("is there already");
        (await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    [Fact]
    public async Task An_installation_that_there_is_not_is_refused()
    {
        (await DeployScript.RunAsync("make-env.sh", "marten", Target)).Code.ShouldBe(2);
        File.Exists(Target).ShouldBeFalse();
    }

    private Dictionary<string, string> Settings() => File.ReadLines(Target).Where(line => line is not [] and not ['#', ..]).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
}
