using System.Globalization;
using System.Text;
using System.Text.Json;
using Archive.Access;
using Archive.Claims;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.Domain.Sources;

namespace Archive.Exports.Csv;

/// <summary>
/// A timeline, one row a claim in the order in which they occurred. The byte order mark is there because a spreadsheet takes a file without one for
/// the code page of its machine. What belongs to citations stands in columns whose lists run side by side, one value a citation.
/// </summary>
internal sealed class CsvExport : IRecordExport
{
    /// <summary>What docs/exports.md says of each column; columns are only ever added, at the end.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "claim", "kind", "status", "version", "rank", "credibility", "occurred", "clock", "zone", "earliest", "latest", "uncertain", "approximate",
        "says", "language", "according_to", "about", "place", "people", "particulars", "derived_from",
        "citations", "origins_for", "origins_against", "stances", "parts", "sources", "titles", "publishers", "published", "urls", "reliability", "captures", "quotes", "quote_states",
        "disputes", "retraction", "content", "first_entry", "entry", "recorded_at", "recorded_by",
    ];

    public async Task WriteAsync(RecordMaterial material, ExportOutput output)
    {
        await output.WriteAsync(Encoding.UTF8.Preamble.ToArray());
        await output.WriteAsync(CsvRow.Of(Columns));
        await foreach (var past in material.ClaimsAsync())
            await output.WriteAsync(CsvRow.Of([.. Cells(past.Current, material), By(past, material)]));
    }

    private static IEnumerable<string?> Cells(ClaimVersion version, RecordMaterial material)
    {
        var claim = version.State;
        if (version.Withheld is { } withheld)
            return Columns.SkipLast(1).Select(column => Closed(column, version, withheld));
        var content = claim.Content;
        var (date, particulars) = (content.Occurred, content.Particulars);
        var support = Corroborations.Of(claim, material.Voices);
        string Name(string id) => material.Authorities.TryGetValue(id, out var name) ? $"{name} ({id})" : id;
        return
        [
            claim.Id, Word(particulars.Kind), Word(claim.Status), Number(claim.Version), Word(claim.Rank), claim.Credibility is { } credibility ? Number(credibility) : null,
            date?.Edtf, date?.Clock, date?.Zone, date?.Hull.Earliest?.ToString(), date?.Hull.Latest?.ToString(), date is { Uncertain: true } ? "yes" : null, date is { Approximate: true } ? "yes" : null,
            content.Says, content.Language, content.AccordingTo is { } voice ? Name(voice) : null, content.About, particulars.Place is { } place ? Name(place) : null,
            CsvList.Of(particulars.Participants.Distinct(StringComparer.Ordinal).Select(Name)), JsonSerializer.Serialize(particulars, ArchiveJson.Options), CsvList.Of(content.DerivedFrom),
            Number(claim.Citations.Count), Number(support.Supporting.Count + support.SupportingUnnamed), Number(support.Contradicting.Count + support.ContradictingUnnamed),
            .. Citations(version, material),
            CsvList.Of(claim.Disputes.Select(dispute => $"{dispute.Question} ({(dispute.IsOpen ? "open" : Word(dispute.Resolution!.Outcome))}): {string.Join(" / ", dispute.Versions.Select(one => one.Says))}")),
            claim.Retraction is { } retraction ? $"{Word(retraction.Reason)}: {retraction.Words}" : null,
            ErasedContent.IsErased(content) ? "erased" : null,
            Number(version.FirstEntry), Number(version.FromEntry), RecordedTime.Format(version.Change.RecordedAt),
        ];
    }

    private static IEnumerable<string> Citations(ClaimVersion version, RecordMaterial material)
    {
        string Each(Func<Citation, Source?, string?> value) => CsvList.Of(version.State.Citations.Select(citation => value(citation, material.Find(citation.Source))));
        string? Why(Citation citation) => version.WithheldQuotes?.FirstOrDefault(quote => quote.Citation == citation.Number) is { } closed ? ClosedText.Of(closed.Withheld) : null;
        return
        [
            Each((citation, _) => Word(citation.Stance)),
            Each((citation, _) => Word(citation.About)),
            Each((citation, _) => citation.Source),
            Each((_, source) => source?.Description.ShownTitle()),
            Each((_, source) => source?.Description.Publisher),
            Each((_, source) => source?.Description.Published?.Edtf),
            Each((_, source) => source?.Description.Url),
            Each((_, source) => source?.Reliability?.ToString()),
            Each((citation, source) => citation.Quote?.Capture ?? string.Join(' ', source?.Captures?.Select(capture => ErasedContent.IsErased(source, capture) ? $"{capture.Digest} (erased)" : capture.Digest) ?? [])),
            Each((citation, _) => citation.Quote?.Exact),
            Each((citation, _) => citation.Quote is not { } quote ? Why(citation) : quote.IsErased ? "erased" : Word(quote.State)),
        ];
    }

    private static string By(ClaimPast past, RecordMaterial material)
    {
        var actor = past.Events[past.Current.FromEntry].Actor;
        return material.Actors.GetValueOrDefault(actor)?.Name is { } name ? $"{name} ({actor})" : actor;
    }

    private static string? Closed(string column, ClaimVersion version, Withheld withheld) => column switch
    {
        "claim" => version.State.Id,
        "content" => ClosedText.Of(withheld),
        "first_entry" => Number(version.FirstEntry),
        "entry" => Number(version.FromEntry),
        "recorded_at" => RecordedTime.Format(version.Change.RecordedAt),
        _ => null,
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Word<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
}
