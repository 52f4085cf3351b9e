using System.Xml.Linq;

namespace Archive.Tests.Architecture;

public sealed class DependencyRuleTests
{
    [Fact]
    public void Projects_refer_only_where_the_house_lets_them() =>
        Rooms.Projects.SelectMany(room => Rooms.Trespasses(room.Key, Rooms.ProjectReferences(XElement.Load(room.Value)))).ShouldBeEmpty();

    [Fact]
    public void Assemblies_refer_only_where_the_house_lets_them()
    {
        Rooms.Assemblies.Keys.ShouldContain("Archive.Domain");
        Rooms.Assemblies.Keys.ShouldContain("Archive");
        Rooms.Assemblies.Keys.ShouldContain("Archive.Cli");
        Rooms.Assemblies.SelectMany(room => Rooms.Trespasses(room.Key, room.Value.References)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Archive.Domain", "../Archive/Archive.csproj")]
    [InlineData("Archive", "..\\Archive.EventStoreDb\\Archive.EventStoreDb.csproj")]
    [InlineData("Archive", "../Archive.Cli/Archive.Cli.csproj")]
    [InlineData("Archive.EventStoreDb", "../Archive.Server/Archive.Server.csproj")]
    [InlineData("Archive.Server", "../Archive.Cli/Archive.Cli.csproj")]
    [InlineData("Archive.Domain", "../compat/MediatR.Contracts/MediatR.Contracts.csproj")]
    [InlineData("Archive.Shared", "../Archive.Domain/Archive.Domain.csproj")]
    public void A_planted_project_reference_is_found(string room, string reference)
    {
        var project = new XElement("Project", new XElement("ItemGroup", new XElement("ProjectReference", new XAttribute("Include", reference))));
        Rooms.Trespasses(room, Rooms.ProjectReferences(project)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Archive.Domain", "Marten")]
    [InlineData("Archive.Domain", "MediatR")]
    [InlineData("Archive.Domain", "Npgsql")]
    [InlineData("Archive.Domain", "Microsoft.Extensions.Logging.Abstractions")]
    [InlineData("Archive", "Grpc.Net.Client")]
    [InlineData("Archive", "Microsoft.AspNetCore.Http")]
    [InlineData("Archive.Cli", "Marten")]
    [InlineData("Archive.Server", "Npgsql")]
    public void A_planted_assembly_reference_is_found(string room, string reference) => Rooms.Trespasses(room, [reference]).ShouldNotBeEmpty();

    [Fact]
    public void The_tests_own_assembly_would_trespass_in_the_domain() => Rooms.Trespasses("Archive.Domain", Rooms.Tests.References).ShouldContain("Archive.Domain -> Marten");
}
