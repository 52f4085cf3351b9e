using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Ledger;

namespace Archive.Access;

/// <summary>
/// Which stored events somebody may see whole. An event cannot be shown in part: its digest is of all of it. So one that says anything which an answer
/// would withhold is withheld, and its leaf, which names nobody, stands for it.
/// </summary>
/// <param name="withholding">Knows what governs the streams of the events and all that they name.</param>
/// <param name="role">Of who asks.</param>
/// <param name="namedBy">For each source and authority in whose stream one of the events stands: the streams that name it.</param>
internal sealed class EventDisclosure(Withholding withholding, Role? role, ILookup<string, string> namedBy)
{
    /// <summary>What only auditors and administrators may ask about.</summary>
    private static readonly string[] ForAuditors = ["access-set.", "hold-placed.", "hold-lifted.", "content-erased.", "actor-", "key-"];

    public bool Shows(LedgerEntry entry, ReadOnlyMemory<byte> data)
    {
        if (role is Role.Auditor or Role.Administrator)
            return true;
        if (role is null || Array.Exists(ForAuditors, name => Begins(entry.Type, name)) || (role is not Role.Editor && Begins(entry.Type, "proposal-")))
            return false;
        if (withholding.Withholds(entry.Stream) || (Begins(entry.Type, "source-captured.") && HasClosedCaptures(entry.Stream)))
            return false;
        return !IsNamedByClosedAlone(entry.Stream) && !QuotesWhatIsClosed(data);
    }

    private bool HasClosedCaptures(string stream) =>
        (withholding.Governance.Find(stream)?.Captures ?? []).Any(capture => withholding.OfCapture(StreamName.IdOf(stream), capture.Capture) is not null);

    /// <summary>Whom and what only closed things name is their content. That a record names it says nothing: it does so through its claims.</summary>
    private bool IsNamedByClosedAlone(string stream)
    {
        var isByClosed = false;
        foreach (var from in namedBy[stream])
        {
            if (withholding.Withholds(from))
                isByClosed = true;
            else if (!Begins(from, StreamName.RecordPrefix))
                return false;
        }

        return isByClosed;
    }

    private bool QuotesWhatIsClosed(ReadOnlyMemory<byte> data)
    {
        if (!withholding.Governance.HasSources)
            return false;
        using var document = JsonDocument.Parse(data, new JsonDocumentOptions { MaxDepth = 128 });
        return QuotesWhatIsClosed(document.RootElement);
    }

    /// <summary>A citation is an object with a source and a quote, wherever in an event it stands.</summary>
    private bool QuotesWhatIsClosed(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => IsClosedCitation(json) || json.EnumerateObject().Any(member => QuotesWhatIsClosed(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().Any(QuotesWhatIsClosed),
        _ => false,
    };

    private bool IsClosedCitation(JsonElement json)
    {
        if (!json.TryGetProperty("source", out var source) || source.ValueKind != JsonValueKind.String || !json.TryGetProperty("quote", out var quote) || quote.ValueKind == JsonValueKind.Null)
            return false;
        var id = source.GetString()!;
        return quote.ValueKind == JsonValueKind.Object && quote.TryGetProperty("capture", out var capture) && capture.ValueKind == JsonValueKind.String
            ? withholding.OfCapture(id, capture.GetString()!) is not null
            : withholding.OfSource(id) is not null;
    }

    private static bool Begins(string text, string beginning) => text.StartsWith(beginning, StringComparison.Ordinal);
}
