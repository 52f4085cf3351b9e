using System.Security.Cryptography;
using System.Text;

namespace Archive.Postgres;

/// <summary>
/// The files of a private cluster. The lock stays with the user, all else in <c>postgres/</c> belongs to whoever runs the server.
/// </summary>
internal sealed class ClusterLayout
{
    /// <summary>The kernel takes 107 bytes for the path of a socket, on some systems 103.</summary>
    private const int MaxSocketPath = 100;

    private const string UnfinishedPrefix = "data.unfinished";

    private const string SocketFile = "/.s.PGSQL.5432";

    public ClusterLayout(string home)
    {
        Home = Path.GetFullPath(home);
        Folder = Path.Combine(Home, "postgres");
        var inside = Path.Combine(Folder, "socket");
        SocketIsInHome = Encoding.UTF8.GetByteCount(inside + SocketFile) <= MaxSocketPath && IsPlain(inside);
        SocketFolder = SocketIsInHome ? inside : $"/tmp/archive-{HashOf(Home)}";
    }

    public string Home { get; }

    public string Folder { get; }

    public string Lock => Path.Combine(Home, "postgres.lock");

    public string Data => Path.Combine(Folder, "data");

    /// <summary>Folders in which creations worked that did not finish. An initdb that outlived its command may still be writing there.</summary>
    public IEnumerable<string> UnfinishedData => Directory.EnumerateDirectories(Folder, UnfinishedPrefix + "*");

    public string VersionFile => Path.Combine(Data, "PG_VERSION");

    public string ProcessFile => Path.Combine(Data, "postmaster.pid");

    public string Log => Path.Combine(Folder, "server.log");

    public string SocketFolder { get; }

    public bool SocketIsInHome { get; }

    public string Socket => SocketFolder + SocketFile;

    public string SocketLock => Socket + ".lock";

    /// <summary>Every process creates the cluster in a folder of its own, so that none writes into another's.</summary>
    public string NewUnfinishedData() => Path.Combine(Folder, $"{UnfinishedPrefix}-{Path.GetRandomFileName()}");

    /// <summary>pg_ctl hands its paths to a shell between double quotes, where these characters have the shell run or read something else.</summary>
    /// <exception cref="PostgresUnavailableException">The home has one of them.</exception>
    public void RequireQuotable()
    {
        if (Home.Any(c => c is '"' or '$' or '`' or '\\' || char.IsControl(c)))
            throw new PostgresUnavailableException($"The archive cannot live in {Home}: set {ArchiveSettings.HomeVariable} to a folder whose path has no double quotes, dollar signs, backticks, backslashes and control characters.");
    }

    // Written by hand: loading Npgsql's builder costs more than all else that a running cluster costs. The folder needs no quotes, see IsPlain.
    public string ConnectionString(string database) =>
        $"Host={SocketFolder};Port=5432;Username={ClusterOwner.Name};Database={database};SSL Mode=Disable";

    // PostgreSQL and Npgsql both read commas in the folder of a socket as a list.
    private static bool IsPlain(string path) => path.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '_' or '-');

    private static string HashOf(string home) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home)))[..16];
}
