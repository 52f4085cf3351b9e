using Archive.Ledger;
using Marten;

namespace Archive.Projection;

/// <summary>Writes a batch and the moved head in one transaction; fails whole where the head was moved by somebody else.</summary>
internal sealed class BatchFlusher(GenerationStore generation)
{
    public async Task FlushAsync(ProjectionBatch batch, LedgerHead moved, CancellationToken cancellationToken)
    {
        await using var session = generation.Store.LightweightSession();
        session.UpdateRevision(moved, moved.Revision + 1);
        session.Insert<LedgerEntry>(batch.Entries);
        session.Insert<StreamReference>(batch.References.Made);
        Write(session, batch.Records);
        Write(session, batch.Authorities);
        Write(session, batch.Sources);
        Write(session, batch.Claims);
        session.Delete<ProjectionFault>(ProjectionFault.TheId);
        await session.SaveChangesAsync(cancellationToken);
    }

    private static void Write<TVersion, TState>(IDocumentSession session, VersionSet<TVersion, TState> versions)
        where TVersion : Version<TState>
        where TState : class
    {
        if (versions.Closed.Count > 0)
            session.Update<TVersion>(versions.Closed);
        if (versions.Made.Count > 0)
            session.Insert<TVersion>(versions.Made);
    }
}
