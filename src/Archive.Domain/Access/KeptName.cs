using System.Text;
using System.Text.Json;
using Archive.Domain.Events;
using Archive.Domain.Evidence;
using Archive.Domain.Ledger;

namespace Archive.Domain.Access;

/// <summary>
/// The name of an actor as it is kept apart from its event: canonical JSON of <c>{"name":…}</c>. Kept rows and their digests depend on this form: it
/// never changes.
/// </summary>
/// <param name="Name">The name.</param>
internal sealed record KeptName(string Name)
{
    /// <summary>Stands in place of the digest of a name that is to be kept by reference, before it has one.</summary>
    public const string ToBeKept = "";

    /// <returns>The digest under which the name is kept; null where it is not to be.</returns>
    public static string? Keep(string? name, string? kept, Func<KeptWords, string> keep) => kept == ToBeKept
        ? keep(new KeptWords(Encoding.UTF8.GetString(CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(new KeptName(name!), ArchiveJson.Options)))))
        : kept;

    /// <exception cref="JsonException">What was found is no name.</exception>
    public static string? Find(string? kept, Func<string, string?> find) => kept is null or ToBeKept || find(kept) is not { } content
        ? null
        : (JsonSerializer.Deserialize<KeptName>(content, ArchiveJson.Options) ?? throw new JsonException("A kept name is null.")).Name;
}
