using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Postgres;
using Archive.Sources;

namespace Archive.Tests.Deploy;

public sealed class ComposeTests
{
    private static readonly ComposeFile Laptop = ComposeFile.Read("docker-compose.yml");

    private static readonly ComposeFile[] Files = [Laptop, ComposeFile.Read("deploy", "compose.cluster.yml"), ComposeFile.Read("deploy", "compose.loopback.yml")];

    private static readonly string[] Read =
        [ArchiveSettings.PostgresVariable, ArchiveSettings.HomeVariable, ArchiveSettings.LedgerKeysVariable, ArchiveSettings.EventStoreVariable, ArchiveSettings.EventStorePrefixVariable, ActorOption.Variable, Identity.KeyVariable, Identity.KeyFileVariable, CaptureLimit.Variable];

    private static readonly string[] Explained = [.. File.ReadAllLines(RepositoryRoot.File(".env.example")).Where(line => line.Contains('=') && !line.StartsWith('#')).Select(line => line.Split('=')[0])];

    [Fact]
    public void There_is_something_to_hold_the_rules_against()
    {
        Laptop.Services.Select(service => service.Name).ShouldBe(["postgres", "eventstore", "archive"]);
        Laptop.Services[2].Environment.Keys.ShouldBe([ArchiveSettings.PostgresVariable, ArchiveSettings.EventStoreVariable, ArchiveSettings.EventStorePrefixVariable, Identity.KeyVariable, CaptureLimit.Variable, ArchiveSettings.LedgerKeysVariable]);
        Files[1].Services.Count(service => service.Environment.ContainsKey("EVENTSTORE_GOSSIP_SEED")).ShouldBe(3);
        Files[1].Services[0].Environment.Keys.ShouldContain("EVENTSTORE_CERTIFICATE_FILE", "merge keys are resolved");
        Files[2].Services.SelectMany(service => service.Ports).Count().ShouldBe(2);
    }

    [Fact]
    public void Every_variable_of_the_archive_that_is_set_is_one_that_the_code_reads() => Files.SelectMany(file => DeploymentRules.UnreadVariables(file, Read)).ShouldBeEmpty();

    [Fact]
    public void Every_variable_of_a_server_was_looked_up_for_its_version() => Files.SelectMany(DeploymentRules.UnknownServerVariables).ShouldBeEmpty();

    [Fact]
    public void Every_variable_that_is_asked_for_is_explained() => Files.SelectMany(file => DeploymentRules.UnexplainedVariables(file, Explained)).ShouldBeEmpty();

    [Fact]
    public void Every_explained_variable_is_asked_for_or_composes_own() =>
        Explained.Except(Files.SelectMany(file => file.Variables)).ShouldBe(["COMPOSE_FILE", "COMPOSE_PROFILES"]);

    [Fact]
    public void Every_image_is_of_one_version() => Files.SelectMany(DeploymentRules.LoosePins).ShouldBeEmpty();

    [Fact]
    public void The_archives_image_bears_the_version_of_the_build() =>
        File.ReadAllText(RepositoryRoot.File("Directory.Build.props")).ShouldContain($"<Version>{Laptop.Services[2].Image!.Split(':')[1]}</Version>");

    [Fact]
    public void Every_server_is_watched_and_starts_again() => Files.SelectMany(DeploymentRules.Unwatched).ShouldBeEmpty();

    [Fact]
    public void The_archive_is_watched_by_its_own_status() => Laptop.Services[2].Health.ShouldBe(["CMD", "archive", "status", "--check"]);

    [Fact]
    public void No_port_is_open_to_a_network() => Files.SelectMany(DeploymentRules.OpenPorts).ShouldBeEmpty();

    [Fact]
    public void The_insecure_server_publishes_nothing_unless_asked()
    {
        Laptop.Services.SelectMany(service => service.Ports).ShouldBeEmpty();
        Laptop.Text.ShouldContain("internal: true");
    }

    [Fact]
    public void No_password_is_used_that_nobody_chose() => Files.SelectMany(DeploymentRules.SilentPasswords).ShouldBeEmpty();

    [Fact]
    public void What_has_no_image_is_laid_over_a_service_that_has() => Files.SelectMany(file => DeploymentRules.Strays(file, Laptop)).ShouldBeEmpty();

    [Fact]
    public void What_is_mounted_from_the_repository_is_in_it() => Files.SelectMany(file => file.Services).SelectMany(service => service.Mounts).Distinct()
        .Where(path => !path.StartsWith("./deploy/certificates/", StringComparison.Ordinal)).ShouldAllBe(path => File.Exists(RepositoryRoot.File(path)));

    [Fact]
    public void The_example_has_no_password() =>
        File.ReadAllLines(RepositoryRoot.File(".env.example")).Where(line => line.Contains("PASSWORD=")).ShouldAllBe(line => line.EndsWith('='));

    [Fact]
    public void Secrets_are_neither_committed_nor_built_into_an_image()
    {
        File.ReadAllLines(RepositoryRoot.File(".gitignore")).ShouldContain(".env");
        File.ReadAllLines(RepositoryRoot.File(".gitignore")).ShouldContain("/deploy/certificates/");
        var context = File.ReadAllLines(RepositoryRoot.File(".dockerignore")).Where(line => line is not [] and not ['#', ..]).ToList();
        context[0].ShouldBe("*");
        context.Where(line => line.StartsWith('!')).ShouldBe(["!global.json", "!Directory.Build.props", "!Directory.Packages.props", "!BannedSymbols.txt", "!.editorconfig", "!src"]);
    }
}
