using System.Text;
using System.Text.Json;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.Domain.Evidence;
using Archive.Domain.Ledger;

namespace Archive.Domain.Reviews;

/// <summary>
/// A proposed change that quotes captures is kept by reference as a whole: its words are to go with these, wherever they stand in it.
/// </summary>
/// <param name="Digest">Salted digest under which it is kept, as canonical JSON; empty until it is submitted.</param>
/// <param name="Captures">SHA-256 of the captures that it quotes.</param>
public sealed record KeptChange(string Digest, ValueList<string> Captures)
{
    /// <summary>What is to be kept of a change that comes to these events; null where it quotes no capture.</summary>
    internal static KeptChange? Of(IEnumerable<IArchiveEvent> made)
    {
        var captures = made.SelectMany(Citations).Select(citation => citation.Quote?.Capture).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();
        return captures.Count == 0 ? null : new KeptChange("", captures);
    }

    internal KeptChange Keep(ProposedChange? change, Func<KeptWords, string> keep) => Digest.Length > 0
        ? this
        : this with
        {
            Digest = keep(new KeptWords(Encoding.UTF8.GetString(CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(change, ArchiveJson.Options)))) { Captures = Captures }),
        };

    internal ProposedChange? Join(Func<string, string?> find) =>
        Digest.Length > 0 && find(Digest) is { } content ? JsonSerializer.Deserialize<ProposedChange>(content, ArchiveJson.Options) : null;

    private static IEnumerable<Citation> Citations(IArchiveEvent happened) => happened switch
    {
        ClaimRecorded e => e.Citations,
        ClaimCorrected e => e.Citations,
        ClaimCited e => [e.Citation],
        _ => [],
    };
}
