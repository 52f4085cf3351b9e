namespace Archive.Tests.Architecture;

public sealed class NameTests
{
    private static readonly string[] Lumber = ["Common", "Shared", "Core", "Infrastructure", "Helpers", "Utils"];

    private static readonly string[] Endings = ["Manager", "Helper", "Helpers", "Service", "Dto", "Base", "Util", "Utils"];

    [Fact]
    public void No_folder_or_project_is_a_lumber_room() => Directory.EnumerateFileSystemEntries(RepositoryRoot.Path, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(RepositoryRoot.Path, path)).Where(IsOurs).Where(path => Directory.Exists(RepositoryRoot.File(path)) || path.EndsWith(".csproj", StringComparison.Ordinal))
        .Where(IsLumber).ShouldBeEmpty();

    [Fact]
    public void No_type_has_an_empty_name() =>
        Rooms.Assemblies.Values.Append(Rooms.Tests).SelectMany(assembly => assembly.Defined).Where(SaysNothing).ShouldBe(["Archive.Tests.Architecture.PlantedManager"]);

    [Theory]
    [InlineData("src/Archive/Common")]
    [InlineData("src/Archive.Core/Archive.Core.csproj")]
    [InlineData("tests/Helpers")]
    public void A_planted_lumber_room_is_found(string path) => IsLumber(path).ShouldBeTrue();

    [Theory]
    [InlineData("Archive.Claims.ClaimService")]
    [InlineData("Archive.RecordDto")]
    [InlineData("Archive.DeciderBase")]
    public void A_planted_empty_name_is_found(string type) => SaysNothing(type).ShouldBeTrue();

    [Theory]
    [InlineData("Archive.Database")]
    [InlineData("Archive.Claims.Claim")]
    public void Other_names_are_let_be(string type) => SaysNothing(type).ShouldBeFalse();

    private static bool IsOurs(string path) => path.Split(Path.DirectorySeparatorChar) is ["src" or "tests", ..] parts
        && !parts.Any(part => part is "bin" or "obj" or "node_modules");

    private static bool IsLumber(string path) => Path.GetFileName(path).Replace(".csproj", "", StringComparison.Ordinal).Split('.').Any(part => Lumber.Contains(part, StringComparer.OrdinalIgnoreCase));

    private static bool SaysNothing(string type) => Array.Exists(Endings, ending => type.EndsWith(ending, StringComparison.Ordinal));
}
