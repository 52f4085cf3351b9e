using System.Runtime.InteropServices;

namespace Archive.Postgres;

/// <summary>
/// Who runs the server: the user; or, since PostgreSQL refuses to run as root, the owner of the data, who at first is root's system user
/// <c>archive</c>.
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

    public static async Task<ClusterOwner> FindAsync(ClusterLayout layout, CancellationToken cancellationToken)
    {
        if (CurrentUser != 0)
            return new(CurrentUser, []);
        if (Directory.Exists(layout.Data))
            return await OfDataAsync(layout.Data, cancellationToken);
        var id = await IdAsync("-u", cancellationToken) ?? await CreateAsync(cancellationToken);
        return Other(Name, id, await IdAsync("-g", cancellationToken) ?? id);
    }

    /// <summary>Runs a program as the owner.</summary>
    public Task<Execution> RunAsync(IEnumerable<string> command, CancellationToken cancellationToken, bool endsWithWait = false) =>
        Execution.RunAsync([.. _prefix, .. command], cancellationToken, endsWithWait);

    /// <exception cref="PostgresUnavailableException">It failed; with <paramref name="purpose"/> and what it said.</exception>
    public async Task RequireAsync(string purpose, IEnumerable<string> command, CancellationToken cancellationToken)
    {
        var run = await RunAsync(command, cancellationToken);
        if (!run.Succeeded)
            throw new PostgresUnavailableException($"Could not {purpose}: {run.Output}");
    }

    /// <summary>Another user's programs could not read the data, and giving them away would lock their owner out.</summary>
    private static async Task<ClusterOwner> OfDataAsync(string data, CancellationToken cancellationToken)
    {
        var stat = await Execution.RunAsync(["stat", "-c", "%u %g %U", data], cancellationToken);
        if (stat.Output.Split(' ') is not [var user, var group, var name] || !uint.TryParse(user, out var id) || !uint.TryParse(group, out var groupId))
            throw new PostgresUnavailableException($"Could not see whose {data} is: {stat.Output}");
        return id != 0 ? Other(name, id, groupId) : throw new PostgresUnavailableException(
            $"{data} belongs to root, and PostgreSQL does not run as root. Give its folder back to the user who made it, such as with: chown -R {Name}: '{Path.GetDirectoryName(data)}'");
    }

    // No other groups: some owners of data have no name, and none needs any.
    private static ClusterOwner Other(string name, uint id, uint group) => new(id, ProgramPath.Find("setpriv") is { } setpriv
        ? [setpriv, $"--reuid={id}", $"--regid={group}", "--clear-groups", "--"]
        : ["runuser", "-u", name, "--"]);

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
