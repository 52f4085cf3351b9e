using System.Text.Json;
using Archive.Claims;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.Domain.Time;

namespace Archive.Exports.Prov;

/// <summary>Claims: each a general entity, and its states with what they were derived from.</summary>
internal static class ProvClaims
{
    public static IEnumerable<ProvNode> Of(ClaimPast past, RecordMaterial material)
    {
        var first = past.Versions[0];
        var claim = ExportIris.Stream(first.Stream);
        yield return new ProvNode(
            ProvKind.Entity,
            claim,
            new ProvAttributes().Typed("Claim").Standard(ProvAttributes.Label, ProvValue.Of(first.State.Id)),
            [
                new(ProvRelationKind.WasGeneratedBy, claim, ExportIris.Entry(first.FromEntry), first.Change.RecordedAt),
                new(ProvRelationKind.HadMember, ExportIris.Snapshot(material.Record.State.Id, material.Moment.Entry), ExportIris.State(past.Current.Stream, past.Current.FromEntry)),
            ]);
        foreach (var node in ProvStates.Of(past, (i, state) => (Attributes(past.Versions[i]), Relations(past.Versions[i].State, state, claim, material)), Used))
            yield return node;

        // What was read for an event: the citations that it brought.
        IEnumerable<ProvRelation> Used(int i, string activity)
        {
            var before = i == 0 ? [] : Citations(past.Versions[i - 1].State).Select(cited => cited.Citation).ToHashSet();
            return Citations(past.Versions[i].State).Where(cited => !before.Contains(cited.Citation)).Select(cited => ReadFrom(cited.Citation, material)).Distinct(StringComparer.Ordinal)
                .Select(entity => new ProvRelation(ProvRelationKind.Used, activity, entity, past.Versions[i].Change.RecordedAt));
        }
    }

    private static ProvAttributes Attributes(ClaimVersion version)
    {
        var claim = version.State;
        if (version.Withheld is { } withheld)
            return new ProvAttributes().Typed("ClaimVersion").Standard(ProvAttributes.Label, ProvValue.Of(claim.Id)).Add("withheld", ClosedText.Of(withheld));
        var content = claim.Content;
        var attributes = new ProvAttributes()
            .Typed("ClaimVersion")
            .Standard(ProvAttributes.Label, ProvValue.Of($"{claim.Id} version {claim.Version}"))
            .Add("version", ProvValue.Whole(claim.Version))
            .Add("status", (ClaimStatus?)claim.Status)
            .Add("rank", (Rank?)claim.Rank)
            .Add("credibility", claim.Credibility is { } credibility ? ProvValue.Whole(credibility) : null)
            .Add("kind", (ClaimKind?)content.Particulars.Kind);
        if (ErasedContent.IsErased(content))
            return attributes.Add("erased", ProvValue.Flag(true));
        attributes
            .Add("says", ProvValue.Of(content.Says, content.Language))
            .Add("about", content.About)
            .Add("accordingTo", content.AccordingTo is { } voice ? ProvValue.Name(ExportIris.Authority(voice)) : null)
            .Add("place", content.Particulars.Place is { } place ? ProvValue.Name(ExportIris.Authority(place)) : null);
        foreach (var participant in content.Particulars.Participants.Distinct(StringComparer.Ordinal))
            attributes.Add("participant", ProvValue.Name(ExportIris.Authority(participant)));
        attributes.Add("particulars", JsonSerializer.Serialize(content.Particulars, ArchiveJson.Options));
        AddDate(attributes, "occurred", content.Occurred);
        foreach (var dispute in claim.Disputes)
            attributes.Add("dispute", JsonSerializer.Serialize(dispute, ArchiveJson.Options));
        foreach (var quote in version.WithheldQuotes ?? [])
            attributes.Add("withheldQuote", $"citation {quote.Citation}: {ClosedText.Of(quote.Withheld)}");
        return attributes;
    }

    /// <summary>As it was written, and the bounds that were derived from it.</summary>
    public static void AddDate(ProvAttributes attributes, string term, HistoricalDate? date) => attributes
        .Add(term, date?.Edtf)
        .Add($"{term}Clock", date?.Clock)
        .Add($"{term}Zone", date?.Zone)
        .Add($"{term}Earliest", date?.Hull.Earliest?.ToString())
        .Add($"{term}Latest", date?.Hull.Latest?.ToString());

    private static IEnumerable<ProvRelation> Relations(Claim claim, string state, string general, RecordMaterial material)
    {
        yield return new ProvRelation(ProvRelationKind.SpecializationOf, state, general);
        foreach (var (citation, disputed) in Citations(claim))
            yield return Tie(state, citation, disputed, material);
        foreach (var other in claim.Content.DerivedFrom)
            yield return new ProvRelation(ProvRelationKind.WasDerivedFrom, state, ExportIris.Claim(other));
    }

    /// <summary>
    /// What supports a claim is what it was derived from. What contradicts it, mentions it, or answers a question that is disputed has influenced it.
    /// </summary>
    private static ProvRelation Tie(string state, Citation citation, bool disputed, RecordMaterial material)
    {
        var attributes = new ProvAttributes();
        var derived = citation.Stance == Stance.Supports && !disputed;
        if (derived && citation.Quote is not null)
            attributes.Standard(ProvAttributes.Type, ProvValue.Name(ProvRelation.Quotation));
        else if (derived && material.Find(citation.Source) is { } source && ProvSources.IsPrimary(source))
            attributes.Standard(ProvAttributes.Type, ProvValue.Name(ProvRelation.PrimarySource));
        attributes
            .Add("citation", ProvValue.Whole(citation.Number))
            .Add("stance", (Stance?)citation.Stance)
            .Add("part", (CitedPart?)citation.About)
            .Add("inDispute", disputed ? ProvValue.Flag(true) : null)
            .Add("consultedOn", citation.ConsultedOn)
            .Add("extent", citation.Extent);
        if (citation.Quote is { } quote)
        {
            attributes
                .Add("quoteState", (QuoteState?)quote.State)
                .Add("exact", quote.Exact)
                .Add("prefix", quote.Prefix)
                .Add("suffix", quote.Suffix)
                .Add("start", quote.Position is { } position ? ProvValue.Whole(position.Start) : null)
                .Add("end", quote.Position is { } until ? ProvValue.Whole(until.End) : null)
                .Add("erased", quote.IsErased ? ProvValue.Flag(true) : null);
        }

        return new ProvRelation(derived ? ProvRelationKind.WasDerivedFrom : ProvRelationKind.WasInfluencedBy, state, ReadFrom(citation, material), null, attributes);
    }

    /// <summary>The capture that was quoted, else the source.</summary>
    private static string ReadFrom(Citation citation, RecordMaterial material) =>
        citation.Quote?.Capture is { } digest && material.Find(citation.Source)?.Captures?.Any(capture => capture.Digest == digest) == true
            ? ExportIris.Capture(citation.Source, digest)
            : ExportIris.Source(citation.Source);

    private static IEnumerable<(Citation Citation, bool Disputed)> Citations(Claim claim) => claim.Citations.Select(citation => (citation, false))
        .Concat(claim.Disputes.SelectMany(dispute => dispute.Versions.SelectMany(version => version.Citations).Concat(dispute.Resolution?.Citations ?? []))
            .Select(citation => (citation, true)));
}
