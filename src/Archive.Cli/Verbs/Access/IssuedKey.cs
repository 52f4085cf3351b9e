namespace Archive.Cli.Verbs.Access;

/// <summary>A key that was issued: the only time that its secret is shown.</summary>
/// <param name="Id">Id of the key, by which it is revoked.</param>
/// <param name="Actor">Whose it is.</param>
/// <param name="Key">The whole key.</param>
/// <param name="Expires">From when on it is refused.</param>
/// <param name="CommandId">Id of the command.</param>
internal sealed record IssuedKey(string Id, string Actor, string Key, DateTimeOffset? Expires, Guid CommandId)
{
    /// <summary>Never the key.</summary>
    public override string ToString() => Id;
}
