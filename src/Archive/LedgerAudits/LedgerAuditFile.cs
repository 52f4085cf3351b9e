using System.Text.Json;
using Archive.Domain.Events;

namespace Archive.LedgerAudits;

/// <summary>
/// The file in which an audit keeps how far it is, its own and apart from the archive: whoever can change the database could say there that everything
/// was audited already. Written whole beside its place and then put there.
/// </summary>
internal sealed class LedgerAuditFile(string path)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private long _written = Environment.TickCount64;

    /// <returns>Null where there is none, or none that this build wrote.</returns>
    public LedgerAuditState? Read()
    {
        try
        {
            return File.Exists(path) && JsonSerializer.Deserialize<LedgerAuditState>(File.ReadAllBytes(path), ArchiveJson.Options) is { Format: LedgerAuditState.ThisFormat } state ? state : null;
        }
        catch (JsonException)
        {
            // It costs beginning anew.
            return null;
        }
    }

    /// <summary>Writes from time to time: what is lost is audited again.</summary>
    public async Task NoteAsync(LedgerAuditState state, CancellationToken cancellationToken)
    {
        if (state.Head.Entry == 0 || Environment.TickCount64 - _written < Between.TotalMilliseconds)
            return;
        await WriteAsync(state, cancellationToken);
        _written = Environment.TickCount64;
    }

    public async Task WriteAsync(LedgerAuditState state, CancellationToken cancellationToken)
    {
        var beside = path + ".new";
        await using (var file = new FileStream(beside, Options()))
            await JsonSerializer.SerializeAsync(file, state, ArchiveJson.Options, cancellationToken);
        File.Move(beside, path, overwrite: true);
    }

    public void Delete() => File.Delete(path);

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
