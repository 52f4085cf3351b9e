using System.Globalization;
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

    private const string SocketFile = "/.s.PGSQL.5432";

    public ClusterLayout(string home, uint user)
    {
        Home = Path.GetFullPath(home);
        Folder = Path.Combine(Home, "postgres");
        var inside = Path.Combine(Folder, "socket");
        SocketIsInHome = Encoding.UTF8.GetByteCount(inside + SocketFile) <= MaxSocketPath && IsPlain(inside);
        SocketFolder = SocketIsInHome ? inside : string.Create(CultureInfo.InvariantCulture, $"/tmp/archive-{user}-{HashOf(Home)}");
    }

    public string Home { get; }

    public string Folder { get; }

    public string Lock => Path.Combine(Home, "postgres.lock");

    public string Data => Path.Combine(Folder, "data");

    /// <summary>Where a cluster is made; whatever is found here was left by a start that did not finish.</summary>
    public string UnfinishedData => Path.Combine(Folder, "data.unfinished");

    public string VersionFile => Path.Combine(Data, "PG_VERSION");

    public string ProcessFile => Path.Combine(Data, "postmaster.pid");

    public string Log => Path.Combine(Folder, "server.log");

    public string SocketFolder { get; }

    public bool SocketIsInHome { get; }

    public string Socket => SocketFolder + SocketFile;

    // Written by hand: loading Npgsql's builder costs more than all else that a running cluster costs. The folder needs no quotes, see IsPlain.
    public string ConnectionString(string database) =>
        $"Host={SocketFolder};Port=5432;Username={ClusterOwner.Name};Database={database};SSL Mode=Disable";

    // PostgreSQL and Npgsql both read commas in the folder of a socket as a list.
    private static bool IsPlain(string path) => path.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '_' or '-');

    private static string HashOf(string home) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home)))[..16];
}
