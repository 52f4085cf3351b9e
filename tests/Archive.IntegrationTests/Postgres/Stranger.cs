using System.Diagnostics;

namespace Archive.IntegrationTests.Postgres;

/// <summary>
/// A process of the user who runs the server, and not of the archive. For root's cluster it is the system user's: PostgreSQL takes no notice of the
/// processes of others.
/// </summary>
internal sealed class Stranger : IDisposable
{
    private readonly Process _process;

    public Stranger(params string[] command)
    {
        string[] prefix = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=archive", "--regid=archive", "--clear-groups", "--"] : [];
        string[] all = [.. prefix, .. command];
        _process = Process.Start(all[0], all[1..]);
    }

    public int Id => _process.Id;

    public bool IsAlive => !_process.HasExited;

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
