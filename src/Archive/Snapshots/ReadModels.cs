using Archive.Access;
using Archive.Domain;
using Archive.Projection;
using Npgsql;

namespace Archive.Snapshots;

/// <summary>Answers questions from the read models as of a moment.</summary>
internal sealed class ReadModels(NpgsqlDataSource database, Generations generations, TimeProvider time)
{
    /// <summary>Finds the moment asked about and hands the read models as of it, as far as the asker may see them, to <paramref name="answer"/>.</summary>
    public async Task<Outcome<T>> AskAsync<T>(AsOf asOf, Asker asker, Func<Snapshot, Task<Outcome<T>>> answer, CancellationToken cancellationToken)
    {
        await using var session = await ReadSession.OpenAsync(database, generations, cancellationToken);
        return await Moments.FindAsync(session, asOf, cancellationToken) is { } moment
            ? await answer(new Snapshot(session, moment, For(asker, session), cancellationToken))
            : NotYet<T>(session, asOf);
    }

    /// <summary>The same for two moments, seen in one database snapshot.</summary>
    public async Task<Outcome<T>> AskAsync<T>(AsOf from, AsOf to, Asker asker, Func<Snapshot, Snapshot, Task<Outcome<T>>> answer, CancellationToken cancellationToken)
    {
        await using var session = await ReadSession.OpenAsync(database, generations, cancellationToken);
        if (await Moments.FindAsync(session, from, cancellationToken) is not { } first)
            return NotYet<T>(session, from);
        var withholding = For(asker, session);
        return await Moments.FindAsync(session, to, cancellationToken) is { } second
            ? await answer(new Snapshot(session, first, withholding, cancellationToken), new Snapshot(session, second, withholding, cancellationToken))
            : NotYet<T>(session, to);
    }

    private Withholding For(Asker asker, ReadSession session) =>
        new(asker, time.GetUtcNow(), new HeadGovernance(session.Generation), session.Head.ProjectionVersion >= ProjectionVersion.WithGovernance);

    private static Outcome<T>.NotFound NotYet<T>(ReadSession session, AsOf asOf) => new(new Refusal(
        "entry-not-recorded",
        $"There is no entry {(asOf as AsOf.Entry)?.Number}: the ledger has come to entry {session.Head.Entry}. Ask for an entry up to that, or for a time."));
}
