using Archive.Domain.Events;
using Archive.EventLog;
using Archive.Projection;
using Archive.Snapshots;
using Npgsql;

namespace Archive.Access;

/// <summary>
/// Whether this archive ever issued an API key: from then on nobody is let in without one. Read from the read models, and from the log behind their
/// head, because a projector that is behind would leave the door open.
/// </summary>
internal sealed class IssuedKeys(IEventLog log, NpgsqlDataSource database, Generations generations, ReadModelSchema schema)
{
    /// <summary>The projection version from which on read models know of keys; earlier ones stop at the first.</summary>
    private const int Since = 3;

    private const int Stretch = 5_000;

    private static readonly string Issued = EventCatalogue.Types.Single(named => named.Value == typeof(Domain.Access.KeyIssued)).Key;

    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        var after = LogPosition.Start;
        if (await schema.IsPresentAsync(cancellationToken))
        {
            await using var session = await ReadSession.OpenAsync(database, generations, cancellationToken);
            if (session.Head.ProjectionVersion >= Since
                && (await session.ValuesAsync<bool>($"select exists (select from {session.Generation.KeyVersions})", cancellationToken))[0])
                return true;
            after = session.Head.ReadUpTo;
        }

        try
        {
            return await log.Control.FindAsync(cancellationToken) is not null && await IsIssuedAfterAsync(after, cancellationToken);
        }
        catch (LogAwayException)
        {
            // Nothing can be changed without it, and what is projected may be read as ever.
            return false;
        }
    }

    private async Task<bool> IsIssuedAfterAsync(LogPosition after, CancellationToken cancellationToken)
    {
        while (await log.ReadAfterAsync(after, Stretch, cancellationToken) is { Count: > 0 } stretch)
        {
            if (stretch.Any(logged => logged.Type == Issued))
                return true;
            after = stretch.UpTo;
        }

        return false;
    }
}
