namespace Archive.Postgres;

/// <summary>Makes the folders of a cluster, entered by nobody but its owner.</summary>
/// <remarks>
/// The server trusts whoever reaches its socket, and a client trusts whoever listens there. So both rest on the owner and the mode of the
/// folder, which matter most in <c>/tmp</c>, where anybody may have made it first.
/// </remarks>
internal static class ClusterFolders
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // Another user runs the server and has to get through to its own folder.
    private const UnixFileMode Enterable = Private | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public static void CreateHome(string home)
    {
        if (!Directory.Exists(home))
            Create(home, ClusterOwner.CurrentUser == 0 ? Enterable : Private);
    }

    public static async Task CreateAsync(ClusterLayout layout, ClusterOwner owner, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(layout.Folder))
            Create(layout.Folder, Private);
        if (owner.IsOther)
            await GiveAsync(layout, owner, cancellationToken);
        var made = await owner.RunAsync(["mkdir", "-m", "0700", layout.SocketFolder], cancellationToken);
        if (!made.Succeeded && !Directory.Exists(layout.SocketFolder))
            throw new PostgresUnavailableException($"Could not make the folder of the server's socket: {made.Output}");
        await RequirePrivateAsync(layout, owner, cancellationToken);
    }

    /// <exception cref="PostgresUnavailableException">The folder of the socket is not the owner's alone.</exception>
    public static async Task RequirePrivateAsync(ClusterLayout layout, ClusterOwner owner, CancellationToken cancellationToken)
    {
        var stat = await Execution.RunAsync(["stat", "-c", "%u %a %F", layout.SocketFolder], cancellationToken);
        if (stat.Output != $"{owner.Id} 700 directory")
            throw new PostgresUnavailableException($"{layout.SocketFolder} should be a folder that only user {owner.Id} can enter; it is '{stat.Output}' (owner, mode, kind). Remove it, or set {ArchiveSettings.HomeVariable} to another folder.");
    }

    private static void Create(string folder, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder, mode);
    }

    private static async Task GiveAsync(ClusterLayout layout, ClusterOwner owner, CancellationToken cancellationToken)
    {
        var given = await Execution.RunAsync(["chown", "--no-dereference", $"{owner.Id}", layout.Folder], cancellationToken);
        if (!given.Succeeded)
            throw new PostgresUnavailableException($"Could not give {layout.Folder} to the user {owner.Id}, who runs root's PostgreSQL: {given.Output}");
        var entered = await owner.RunAsync(["test", "-w", layout.Folder], cancellationToken);
        if (!entered.Succeeded)
            throw new PostgresUnavailableException($"The user {owner.Id}, who runs root's PostgreSQL, cannot enter {layout.Folder}. Set {ArchiveSettings.HomeVariable} to a folder that every user can enter.");
    }
}
