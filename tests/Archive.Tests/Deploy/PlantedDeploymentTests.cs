namespace Archive.Tests.Deploy;

/// <summary>Each rule finds what is planted, so that its silence about the real files means something.</summary>
public sealed class PlantedDeploymentTests
{
    private static readonly ComposeFile Sound = Planted("image: postgres:15.18-bookworm\n    restart: unless-stopped\n    healthcheck: { test: [CMD, pg_isready] }\n    ports: [\"127.0.0.1:5432:5432\"]");

    [Fact]
    public void A_sound_service_is_let_be()
    {
        DeploymentRules.UnreadVariables(Sound, []).ShouldBeEmpty();
        DeploymentRules.UnknownServerVariables(Sound).ShouldBeEmpty();
        DeploymentRules.UnexplainedVariables(Sound, []).ShouldBeEmpty();
        DeploymentRules.LoosePins(Sound).ShouldBeEmpty();
        DeploymentRules.Unwatched(Sound).ShouldBeEmpty();
        DeploymentRules.OpenPorts(Sound).ShouldBeEmpty();
        DeploymentRules.SilentPasswords(Sound).ShouldBeEmpty();
        DeploymentRules.Strays(Sound, Sound).ShouldBeEmpty();
    }

    [Fact]
    public void A_variable_that_no_code_reads_is_found() =>
        DeploymentRules.UnreadVariables(Planted("environment: { ARCHIVE_POSTGRESS: x }"), ["ARCHIVE_POSTGRES"]).ShouldBe(["planted: it sets ARCHIVE_POSTGRESS, which no code reads"]);

    [Theory]
    [InlineData("eventstore/eventstore:23.10.8-bookworm-slim", "EVENTSTORE_INT_IP")]
    [InlineData("eventstore/eventstore:23.10.8-bookworm-slim", "POSTGRES_DB")]
    [InlineData("eventstore/eventstore:24.10.0-bookworm-slim", "EVENTSTORE_NODE_IP")]
    [InlineData("postgres:15.18-bookworm", "POSTGRES_DATABASE")]
    public void A_variable_that_was_not_looked_up_is_found(string image, string name) =>
        DeploymentRules.UnknownServerVariables(Planted($"image: {image}\n    environment: {{ {name}: x }}")).ShouldHaveSingleItem();

    [Theory]
    [InlineData("${NOT_THERE}")]
    [InlineData("${NOT_THERE:-x}")]
    [InlineData("${NOT_THERE:?say it}")]
    [InlineData("$NOT_THERE")]
    public void A_variable_that_the_example_does_not_explain_is_found(string value) =>
        DeploymentRules.UnexplainedVariables(Planted($"command: \"{value}\""), ["THERE"]).ShouldBe(["planted: NOT_THERE is not in .env.example"]);

    [Theory]
    [InlineData("postgres")]
    [InlineData("postgres:latest")]
    [InlineData("postgres:15")]
    [InlineData("postgres:15-bookworm")]
    [InlineData("eventstore/eventstore:23.10")]
    [InlineData("eventstore/eventstore:${VERSION}")]
    public void An_image_of_no_one_version_is_found(string image) => DeploymentRules.LoosePins(Planted($"image: {image}")).ShouldHaveSingleItem();

    [Theory]
    [InlineData("restart: unless-stopped")]
    [InlineData("restart: unless-stopped\n    healthcheck: { disable: true }")]
    [InlineData("healthcheck: { test: [CMD, x] }")]
    [InlineData("restart: \"no\"")]
    [InlineData("restart: \"no\"\n    healthcheck: { disable: true }")]
    public void A_server_that_nobody_watches_is_found(string planted) => DeploymentRules.Unwatched(Planted($"image: x:1.2.3\n    {planted}")).ShouldHaveSingleItem();

    [Theory]
    [InlineData("5432:5432")]
    [InlineData("0.0.0.0:5432:5432")]
    [InlineData("5432")]
    public void A_port_that_is_open_to_a_network_is_found(string port) => DeploymentRules.OpenPorts(Planted($"ports: [\"{port}\"]")).ShouldHaveSingleItem();

    [Fact]
    public void A_port_in_a_form_that_the_rules_cannot_read_is_refused() =>
        Should.Throw<FormatException>(() => Planted("ports: [{ target: 5432, published: 5432 }]")).Message.ShouldContain("ports");

    [Theory]
    [InlineData("POSTGRES_PASSWORD: changeit")]
    [InlineData("POSTGRES_PASSWORD: \"${POSTGRES_PASSWORD:-changeit}\"")]
    [InlineData("ARCHIVE_POSTGRES: \"Password=${POSTGRES_PASSWORD}\"")]
    [InlineData("ARCHIVE_POSTGRES: \"Password=${POSTGRES_PASSWORD?set it}\"")]
    public void A_password_that_nobody_chose_is_found(string variable) => DeploymentRules.SilentPasswords(Planted($"environment:\n      {variable}")).ShouldNotBeEmpty();

    [Fact]
    public void A_service_that_is_laid_over_nothing_is_found() => DeploymentRules.Strays(Planted("environment: { A: b }"), ComposeFile.Parse("under", "services:\n  other:\n    image: x:1.2.3")).ShouldHaveSingleItem();

    private static ComposeFile Planted(string lines) => ComposeFile.Parse("planted", $"services:\n  it:\n    {lines}\n");
}
