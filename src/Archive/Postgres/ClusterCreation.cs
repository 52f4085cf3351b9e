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
        await owner.RequireAsync("remove what an unfinished start left", ["rm", "-rf", "--", layout.UnfinishedData], cancellationToken);
        await owner.RequireAsync(
            $"make a PostgreSQL cluster in {layout.Folder}",
            [programs.InitDb, "-D", layout.UnfinishedData, "-U", ClusterOwner.Name, "-E", "UTF8", "--no-locale", "--auth-local=trust", "--auth-host=reject", .. durable ? [] : new[] { "--no-sync" }],
            cancellationToken);
        await File.AppendAllTextAsync(Path.Combine(layout.UnfinishedData, "postgresql.conf"), (durable ? Settings : Settings + NotDurable) + "\n", cancellationToken);
        await owner.RequireAsync($"move the new cluster to {layout.Data}", ["mv", "-T", layout.UnfinishedData, layout.Data], cancellationToken);
        if (!durable)
            return;
        // The name has to be as durable as what is about to be stored under it.
        await owner.RequireAsync("write the new cluster to disk", ["sync", Path.Combine(layout.Data, "postgresql.conf"), layout.Folder], cancellationToken);
    }
}
