namespace Archive.Domain.Access;

/// <summary>Decides what happens to an API key. Pure; shape was checked before.</summary>
public static class KeyDecider
{
    /// <param name="issued">The key as it is to be.</param>
    /// <param name="now">The archive's clock.</param>
    /// <param name="known">Whether the actor is registered; advisory.</param>
    public static Decision Issue(ApiKey? key, KeyIssued issued, DateTimeOffset now, KnownStreams known)
    {
        if (key is not null)
            return Decision.Refuse("key-exists", $"Key {issued.Key} was issued before; its secret was shown once and stands nowhere. Revoke it if nobody has it, and issue another.");
        if (known.Missing(StreamName.OfActor(issued.Actor)))
            return ActorDecider.Unknown(issued.Actor);
        return issued.Expires <= now
            ? Decision.Refuse("expiry-past", "The key would have expired already. Give a time that is still to come, or none.")
            : Decision.Of(issued);
    }

    public static Decision Revoke(ApiKey? key, string id, string words)
    {
        if (key is null)
            return Decision.Refuse("key-unknown", $"There is no key {id}. 'archive key list' shows the keys; a key's id stands behind its 'arc_'.");
        return key.IsRevoked ? Decision.Nothing : Decision.Of(new KeyRevoked(id, words));
    }
}
