namespace Archive.Tests;

/// <summary>Where the repository is checked out: the nearest folder above the tests that holds Archive.sln.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "Archive.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No Archive.sln above {AppContext.BaseDirectory}.");
    }
}
