namespace Archive.Domain;

/// <summary>
/// Names of streams: the kind of thing, a slash, and its id, such as <c>claim/visit-2023/c17</c>. They stand in digests and never change form.
/// </summary>
public static class StreamName
{
    public const string RecordPrefix = "record/";
    public const string ClaimPrefix = "claim/";
    public const string SourcePrefix = "source/";
    public const string AuthorityPrefix = "authority/";
    public const string ActorPrefix = "actor/";
    public const string KeyPrefix = "key/";

    public static string OfRecord(string record) => RecordPrefix + record;

    public static string OfClaim(string claim) => ClaimPrefix + claim;

    public static string OfSource(string source) => SourcePrefix + source;

    public static string OfAuthority(string authority) => AuthorityPrefix + authority;

    public static string OfActor(string actor) => ActorPrefix + actor;

    public static string OfKey(string key) => KeyPrefix + key;

    /// <summary>The id in a stream's name: what follows the first slash.</summary>
    public static string IdOf(string stream) => stream[(stream.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
