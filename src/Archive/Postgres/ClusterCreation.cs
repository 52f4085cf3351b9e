namespace Archive.Postgres;

/// <summary>Makes the data of a new cluster beside their place and moves them there, so that what has its place is whole.</summary>
internal sealed class ClusterCreation(ClusterLayout layout, ClusterOwner owner, PostgresPrograms programs, bool durable)
{
    private const string Settings = """

        # Of the archive.
        listen_addresses = ''
        unix_socket_permissions = 0700
        max_connections = 200
        shared_buffers = 128MB
        log_line_prefix = '%m [%p] '
        """;

    /// <summary>A killed server loses nothing by it, a machine that loses power loses all.</summary>
    private const string NotDurable = """

        fsync = off
        full_page_writes = off
        """;

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(layout.Data) && Directory.EnumerateFileSystemEntries(layout.Data).Any())
            throw new PostgresUnavailableException($"{layout.Data} holds files and is no PostgreSQL cluster. Move it away, or set {ArchiveSettings.HomeVariable} to another folder.");
        if (FreeSpace.Complaint(layout.Folder, FreeSpace.ToCreate) is { Length: > 0 } complaint)
            throw new PostgresUnavailableException(complaint.TrimEnd());
        // Whether this succeeds does not matter: a creation that still writes there is in nobody's way.
        foreach (var left in layout.UnfinishedData.ToList())
            await owner.RunAsync(["rm", "-rf", "--", left], cancellationToken);
        var unfinished = layout.NewUnfinishedData();
        var made = await owner.RunAsync(
            [programs.InitDb, "-D", unfinished, "-U", ClusterOwner.Name, "-E", "UTF8", "--no-locale", "--auth-local=trust", "--auth-host=reject", "--data-checksums", .. durable ? [] : new[] { "--no-sync" }],
            cancellationToken,
            endsWithWait: true);
        if (!made.Succeeded)
            throw new PostgresUnavailableException($"Could not make a PostgreSQL cluster in {layout.Folder}. {FreeSpace.Complaint(layout.Folder, FreeSpace.ToCreate)}{made.Output}");
        var settings = Path.Combine(unfinished, "postgresql.conf");
        await File.AppendAllTextAsync(settings, (durable ? Settings : Settings + NotDurable) + "\n", cancellationToken);
        // What initdb wrote it has synced. The content has to be durable before its name is, and the name before anything is stored under it.
        if (durable)
            await owner.RequireAsync("write the new cluster to disk", ["sync", settings, unfinished], cancellationToken);
        await owner.RequireAsync($"move the new cluster to {layout.Data}", ["mv", "-T", unfinished, layout.Data], cancellationToken);
        if (durable)
            await owner.RequireAsync("write the new cluster's name to disk", ["sync", layout.Folder], cancellationToken);
    }
}
