namespace Archive.Tests.Deploy;

public sealed class DockerfileTests
{
    private static readonly string Real = File.ReadAllText(RepositoryRoot.File("deploy", "Dockerfile"));

    private static readonly string[] Context = [.. File.ReadAllLines(RepositoryRoot.File(".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..])];

    [Fact]
    public void Its_images_are_of_one_version() => DockerfileRules.LoosePins(Real).ShouldBeEmpty();

    [Fact]
    public void What_it_copies_is_in_the_repository_and_reaches_the_builder() => DockerfileRules.MissingPaths(Real, Context).ShouldBeEmpty();

    [Fact]
    public void It_copies_whatever_decides_how_the_source_is_built() =>
        new[] { "global.json", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", ".editorconfig", "src" }.ShouldAllBe(path => Real.Contains(path));

    [Fact]
    public void It_does_not_run_as_root() => DockerfileRules.RunsAsRoot(Real).ShouldBeFalse();

    [Fact]
    public void It_holds_no_secret() => DockerfileRules.Secrets(Real).ShouldBeEmpty();

    [Fact]
    public void It_publishes_the_command_and_runs_it()
    {
        Directory.Exists(RepositoryRoot.File("src", "Archive.Cli")).ShouldBeTrue();
        Real.ShouldContain("dotnet publish src/Archive.Cli");
        Real.ShouldContain("ln -s /opt/archive/Archive.Cli /usr/local/bin/archive");
        Real.ShouldContain("ENTRYPOINT [\"archive\"]");
        Real.ShouldContain("CMD [\"project\"]");
    }

    [Theory]
    [InlineData("FROM mcr.microsoft.com/dotnet/sdk AS build")]
    [InlineData("FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build")]
    [InlineData("FROM mcr.microsoft.com/dotnet/runtime:10.0-noble")]
    [InlineData("FROM mcr.microsoft.com/dotnet/runtime:latest")]
    public void A_planted_image_of_no_one_version_is_found(string planted) => DockerfileRules.LoosePins($"{Real}\n{planted}\n").ShouldHaveSingleItem();

    [Theory]
    [InlineData("COPY src/Archive.Gone/ src/")]
    [InlineData("COPY docs ./")]
    [InlineData("COPY global.json \\\n  Archive.slnx ./")]
    public void A_planted_path_that_the_builder_has_not_is_found(string planted) => DockerfileRules.MissingPaths($"{Real}\n{planted}\n", Context).ShouldHaveSingleItem();

    [Theory]
    [InlineData("USER root")]
    [InlineData("USER 0:0")]
    [InlineData("USER app")]
    [InlineData("FROM mcr.microsoft.com/dotnet/runtime:10.0.12-noble")]
    public void A_planted_root_is_found(string planted) => DockerfileRules.RunsAsRoot($"{Real}\n{planted}\n").ShouldBeTrue();

    [Theory]
    [InlineData("ENV ARCHIVE_POSTGRES=\"Host=db;Password=x\"")]
    [InlineData("ARG PASSWORD")]
    public void A_planted_secret_is_found(string planted) => DockerfileRules.Secrets($"{Real}\n{planted}\n").ShouldHaveSingleItem();
}
