namespace Archive.IntegrationTests;

/// <summary>The dossiers of the folder <c>samples</c>.</summary>
internal static class SampleFolder
{
    public static string Visit { get; } = Of("samples", "visit-2023");

    /// <summary>A file or folder of the repository.</summary>
    public static string Of(params string[] path) => Path.Combine([Solution(), .. path]);

    public static string Specimen { get; } = Path.Combine(Solution(), "samples", "specimen-evidence");

    private static string Solution()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Archive.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests lie in no repository.");
        return folder.FullName;
    }
}
