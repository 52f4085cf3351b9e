using System.Security.Cryptography;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.EventLog;

namespace Archive.Access;

/// <summary>
/// From what somebody shows to who they are and what they may do. Keys and actors are read from the log itself, not from the read models: a key that was
/// revoked a moment ago is refused however far the projector is behind, and while the log is away no key is taken.
/// </summary>
internal sealed class Authentication(
    IEventLog log, StreamStates states, IssuedKeys issued, KeyUses uses, NodeClock node, TimeProvider clock)
{
    /// <summary>What an unknown key is compared with, so that it takes no less time than a known one.</summary>
    private static readonly string NoHash = new('0', 64);

    /// <summary>One answer for every key that is not taken: whoever tries keys learns nothing from it.</summary>
    private static readonly Refusal Refused = new(
        "key-refused", "The API key is not taken: it is unknown, expired or revoked. Ask an administrator for another ('archive key issue').");

    private static readonly Refusal Required = new(
        "key-required", "This archive has issued API keys, so that nobody is let in without one. Set ARCHIVE_KEY to yours, or ARCHIVE_KEY_FILE to the file that holds it; an administrator issues one with 'archive key issue'.");

    /// <param name="shown">What they show.</param>
    /// <param name="actAs">The actor as whom an administrator wants to act; null where they act as themselves.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome<Asker>> FindAsync(Credentials shown, string? actAs, CancellationToken cancellationToken)
    {
        var own = shown.Key is not null ? await OfKeyAsync(shown.Key, cancellationToken) : await OfLocalUserAsync(shown.Local, cancellationToken);
        return own is Outcome<Asker>.Ok { Value: var asker } && actAs is not null && actAs != asker.Actor
            ? await ActingAsAsync(asker, actAs, cancellationToken)
            : own;
    }

    private async Task<Outcome<Asker>> OfKeyAsync(string text, CancellationToken cancellationToken)
    {
        if (!KeySecret.TryParse(text, out var presented) || await log.Control.FindAsync(cancellationToken) is null)
            return new Outcome<Asker>.Forbidden(Refused);
        var key = await states.FindAsync<ApiKey, IKeyEvent>(StreamName.OfKey(presented.Id), ApiKey.Evolve, cancellationToken);
        var isIts = CryptographicOperations.FixedTimeEquals(Convert.FromHexString(presented.Hash), Convert.FromHexString(key?.Hash ?? NoHash));
        if (key is null || !isIts)
            return new Outcome<Asker>.Forbidden(Refused);
        // A clock that is behind would take keys that have expired.
        if (key.Expires is not null)
            await node.RequireAsync(cancellationToken);
        if (!key.HoldsAt(clock.GetUtcNow()) || await FindActorAsync(key.Actor, cancellationToken) is not { } actor)
            return new Outcome<Asker>.Forbidden(Refused);
        await uses.NoteAsync(key.Id, cancellationToken);
        return new Outcome<Asker>.Ok(new Asker(actor.Id, actor.Role));
    }

    private async Task<Outcome<Asker>> OfLocalUserAsync(LocalUser? user, CancellationToken cancellationToken) =>
        user is not null && (user.OwnsArchive || !await issued.AnyAsync(cancellationToken))
            ? new Outcome<Asker>.Ok(new Asker(user.Actor, Role.Administrator))
            : new Outcome<Asker>.Forbidden(Required);

    private async Task<Outcome<Asker>> ActingAsAsync(Asker own, string actAs, CancellationToken cancellationToken)
    {
        if (Permissions.WhyNot(Operations.ActAsAnother, own.Role) is { } refusal)
            return new Outcome<Asker>.Forbidden(refusal);
        return ArchiveId.IsValid(actAs) && await FindActorAsync(actAs, cancellationToken) is { } actor
            ? new Outcome<Asker>.Ok(new Asker(actor.Id, actor.Role, own.Actor))
            : new Outcome<Asker>.Refused(ActorDecider.UnknownRefusal(actAs));
    }

    private Task<Actor?> FindActorAsync(string id, CancellationToken cancellationToken) =>
        states.FindAsync<Actor, IActorEvent>(StreamName.OfActor(id), Actor.Evolve, cancellationToken);
}
