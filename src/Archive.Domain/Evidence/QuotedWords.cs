using System.Text;
using System.Text.Json;
using Archive.Domain.Events;
using Archive.Domain.Ledger;

namespace Archive.Domain.Evidence;

/// <summary>
/// The words of a quote as they are kept apart from its event: canonical JSON of <c>{"exact":…,"prefix":…,"suffix":…}</c>, absent members left
/// out. Kept rows and their digests depend on this form: it never changes.
/// </summary>
internal sealed record QuotedWords(string Exact, string? Prefix, string? Suffix)
{
    public string ToContent() => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(this, ArchiveJson.Options)));

    /// <exception cref="JsonException">The content is not that of a quote.</exception>
    public static QuotedWords Parse(string content) =>
        JsonSerializer.Deserialize<QuotedWords>(content, ArchiveJson.Options) ?? throw new JsonException("The kept words of a quote are null.");
}
