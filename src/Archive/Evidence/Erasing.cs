using Archive.Projection;

namespace Archive.Evidence;

/// <summary>Carries out whatever is ordered and was not carried out, one process at a time; begun again after any crash, it goes on.</summary>
internal sealed class Erasing(string connectionString, PendingErasures pending, Destruction destruction, DestroyedFiles files)
{
    /// <summary>"ARCHERS1".</summary>
    private const long Lock = 0x4152434845525331;

    /// <returns>Whether everything that is in the ledger is carried out and nothing of it is left in files that can be reached.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var only = await SessionLock.TryTakeAsync(connectionString, Lock, cancellationToken);
        if (only is null)
            return false;
        foreach (var erasure in await pending.FindAsync(cancellationToken))
            await destruction.RunAsync(erasure, cancellationToken);
        return await files.RunAsync(cancellationToken) == 0;
    }
}
