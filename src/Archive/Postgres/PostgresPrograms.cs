using System.Globalization;

namespace Archive.Postgres;

/// <summary>The programs of one installed version of PostgreSQL.</summary>
internal sealed record PostgresPrograms(int Version, string Folder)
{
    public const int OldestVersion = 15;

    public string InitDb => Path.Combine(Folder, "initdb");

    public string Control => Path.Combine(Folder, "pg_ctl");

    /// <summary>The newest installed; where data exist, those of the version that made them, the only ones that can read them.</summary>
    /// <exception cref="PostgresUnavailableException">None serves.</exception>
    public static async Task<PostgresPrograms> FindAsync(ClusterLayout layout, CancellationToken cancellationToken)
    {
        var required = RequiredVersion(layout);
        return Packaged().Append(await OnPathAsync(cancellationToken)).OfType<PostgresPrograms>()
            .Where(programs => required is null ? programs.Version >= OldestVersion : programs.Version == required)
            .MaxBy(programs => programs.Version)
            ?? throw Missing(layout, required);
    }

    private static int? RequiredVersion(ClusterLayout layout) =>
        File.Exists(layout.VersionFile) ? Number(File.ReadAllText(layout.VersionFile).Trim()) : null;

    private static IEnumerable<PostgresPrograms?> Packaged() =>
        Versions("/usr/lib/postgresql", "").Concat(Versions("/usr", "pgsql-"));

    private static IEnumerable<PostgresPrograms?> Versions(string parent, string prefix) =>
        Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent, prefix + "*").Select(folder => In(Path.Combine(folder, "bin"), Number(Path.GetFileName(folder)[prefix.Length..])))
            : [];

    private static async Task<PostgresPrograms?> OnPathAsync(CancellationToken cancellationToken)
    {
        if (ProgramPath.Find("pg_ctl") is not { } control)
            return null;
        var run = await Execution.RunAsync([control, "--version"], cancellationToken);
        var words = run.Output.Split(' ');
        return run.Succeeded && words.Length > 2 ? In(Path.GetDirectoryName(control)!, Number(words[2].Split('.')[0])) : null;
    }

    private static PostgresPrograms? In(string folder, int? version) =>
        version is { } number && File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "initdb")) ? new(number, folder) : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static PostgresUnavailableException Missing(ClusterLayout layout, int? required) => new(required is { } version
        ? $"The archive in {layout.Home} was made by PostgreSQL {version}, whose programs are not installed. Install them again (Debian, Ubuntu: apt-get install postgresql-{version})."
        : $"The programs of PostgreSQL {OldestVersion} or later are not installed. Install them (Debian, Ubuntu: deploy/prerequisites.sh, or apt-get install postgresql), " +
          $"or set {ArchiveSettings.PostgresVariable} to the connection string of a server.");
}
