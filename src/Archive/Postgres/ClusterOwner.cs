using System.Runtime.InteropServices;

namespace Archive.Postgres;

/// <summary>
/// Who runs the server: the user, or, since PostgreSQL refuses to run as root, root's system user <c>archive</c>.
/// </summary>
internal sealed class ClusterOwner
{
    /// <summary>Name of the system user and of the database's user.</summary>
    public const string Name = "archive";

    private readonly IReadOnlyList<string> _prefix;

    private ClusterOwner(uint id, IReadOnlyList<string> prefix)
    {
        Id = id;
        _prefix = prefix;
    }

    /// <summary>The user of this process.</summary>
    /// <exception cref="PostgresUnavailableException">On Windows, where the archive runs no PostgreSQL of its own.</exception>
    public static uint CurrentUser => OperatingSystem.IsWindows()
        ? throw new PostgresUnavailableException($"On Windows the archive runs no PostgreSQL of its own. Set {ArchiveSettings.PostgresVariable} to the connection string of a server.")
        : EffectiveUser();

    public uint Id { get; }

    public bool IsOther => _prefix.Count > 0;

    public static async Task<ClusterOwner> FindAsync(CancellationToken cancellationToken)
    {
        if (CurrentUser != 0)
            return new(CurrentUser, []);
        var id = await IdAsync("-u", cancellationToken) ?? await CreateAsync(cancellationToken);
        var group = await IdAsync("-g", cancellationToken);
        return new(id, ProgramPath.Find("setpriv") is { } setpriv
            ? [setpriv, $"--reuid={id}", $"--regid={group}", "--init-groups", "--"]
            : ["runuser", "-u", Name, "--"]);
    }

    /// <summary>Runs a program as the owner.</summary>
    public Task<Execution> RunAsync(IEnumerable<string> command, CancellationToken cancellationToken) =>
        Execution.RunAsync([.. _prefix, .. command], cancellationToken);

    /// <exception cref="PostgresUnavailableException">It failed; with <paramref name="purpose"/> and what it said.</exception>
    public async Task RequireAsync(string purpose, IEnumerable<string> command, CancellationToken cancellationToken)
    {
        var run = await RunAsync(command, cancellationToken);
        if (!run.Succeeded)
            throw new PostgresUnavailableException($"Could not {purpose}: {run.Output}");
    }

    private static async Task<uint> CreateAsync(CancellationToken cancellationToken)
    {
        var run = await Execution.RunAsync(["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "--user-group", Name], cancellationToken);
        // Whoever made it meanwhile, it is there.
        return await IdAsync("-u", cancellationToken) ?? throw new PostgresUnavailableException(
            $"PostgreSQL does not run as root, and the system user '{Name}' could not be made for it ({run.Output}). " +
            $"Make that user, run the archive as an ordinary user, or set {ArchiveSettings.PostgresVariable} to the connection string of a server.");
    }

    private static async Task<uint?> IdAsync(string option, CancellationToken cancellationToken)
    {
        var run = await Execution.RunAsync(["id", option, Name], cancellationToken);
        return run.Succeeded && uint.TryParse(run.Output, out var id) ? id : null;
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
