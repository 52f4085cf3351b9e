using System.Globalization;
using Archive.Domain;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;

namespace Archive.Dossiers;

/// <summary>Writes an event that is not a first one as the change that gives it again.</summary>
internal static class ChangeNodes
{
    private static readonly string[] Endings = ["both-hold", "left-standing"];

    /// <param name="happened">The event.</param>
    /// <param name="before">The state of its stream before it.</param>
    public static MapNode Write(IArchiveEvent happened, object before) => happened switch
    {
        IClaimEvent e => WriteClaim(e, (Claim)before, ArchiveId.LocalOf(e.Claim)),
        RecordDescribed e => Describe(e.Stream(), RecordFields.Write(((HappeningRecord)before).Description), RecordFields.Write(e.Description), e.Words, e.Decided),
        AuthorityDescribed e => Describe(e.Stream(), AuthorityFields.Write(((Authority)before).Description), AuthorityFields.Write(e.Description), e.Words, e.Decided),
        SourceDescribed e => Describe(e.Stream(), SourceFields.Write(((Source)before).Description), SourceFields.Write(e.Description), e.Words, e.Decided),
        AuthorityMerged e => Change("merge", e.Stream(), e.Words, e.Decided, Field("into", e.Into)),
        SourceMerged e => Change("merge", e.Stream(), e.Words, e.Decided, Field("into", e.Into)),
        SourceRated e => Change("rate", e.Source, e.Words, e.Decided, Field("reliability", Words<Reliability>.Of(e.Reliability))),
        SourceOriginEstablished e => Change("origin", e.Source, e.Words, e.Decided, MapField.Of("repeats", SourceFields.WriteOrigin(e.Origin))),
        SourceOriginWithdrawn e => Change("withdraw-origin", e.Source, e.Words, e.Decided),
        _ => throw new ArgumentException($"A dossier has no word for {happened.GetType().Name}.", nameof(happened)),
    };

    private static MapNode WriteClaim(IClaimEvent happened, Claim before, string claim) => happened switch
    {
        ClaimCorrected e => Correct(e, before, claim),
        ClaimCited e => Change("cite", claim, e.Words, e.Decided, MapField.Of("citation", CitationFields.Write(e.Citation))),
        CitationWithdrawn e => Change("withdraw", claim, e.Words, e.Decided, Withdrawn(e, before)),
        ClaimRated e => Change("rate", claim, e.Words, e.Decided, Field("credibility", e.Credibility.ToString(CultureInfo.InvariantCulture), plain: true)),
        ClaimRanked e => Change("rank", claim, e.Words, e.Decided, Field("as", Words<Rank>.Of(e.Rank))),
        ClaimDisputed e => Change("dispute", claim, e.Words, e.Decided, Field("question", e.Question), MapField.Of("versions", ListNode.Of(e.Versions.Select(Version)))),
        DisputeResolved e => Resolve(e, before.Disputes[e.Dispute - 1], claim),
        DisputeReopened e => Change("reopen", claim, e.Words, e.Decided, Field("question", before.Disputes[e.Dispute - 1].Question)),
        ClaimRetracted e => Change("retract", claim, e.Words, e.Decided, Field("reason", Words<RetractionReason>.Of(e.Reason)), Field("notice", e.Notice)),
        ClaimReinstated e => Change("reinstate", claim, e.Words, e.Decided),
        _ => throw new ArgumentException($"A dossier has no word for {happened.GetType().Name}.", nameof(happened)),
    };

    private static MapNode Correct(ClaimCorrected e, Claim before, string claim)
    {
        var record = ArchiveId.RecordOf(e.Claim);
        var set = NodeDifference.Between(ClaimFields.Write(record, before.Content), ClaimFields.Write(record, e.Content));
        return Change(
            "correct",
            claim,
            e.Words,
            e.Decided,
            Field("reason", Words<CorrectionReason>.Of(e.Reason)),
            Field("fault", Words<Fault>.Of(e.Fault)),
            set.Fields.Count == 0 ? null : MapField.Of("set", set),
            MapField.Of("cites", CitationFields.WriteList(e.Citations)),
            Field("notice", e.Notice));
    }

    private static MapField? Withdrawn(CitationWithdrawn e, Claim before)
    {
        var source = before.Citations.First(citation => citation.Number == e.Number).Source;
        return before.Citations.Count(citation => citation.Source == source) == 1
            ? Field("citation", source)
            : Field("number", e.Number.ToString(CultureInfo.InvariantCulture), plain: true);
    }

    private static MapNode Resolve(DisputeResolved e, Dispute dispute, string claim)
    {
        var how = e.Resolution.Version is { } number ? dispute.Versions[number - 1].Says : Words<DisputeOutcome>.Of(e.Resolution.Outcome);
        var taken = e.Resolution.Version is not null && Endings.Contains(how, StringComparer.Ordinal);
        return Change(
            "resolve",
            claim,
            e.Resolution.Words,
            e.Decided,
            Field("question", dispute.Question),
            taken ? Field("version", e.Resolution.Version!.Value.ToString(CultureInfo.InvariantCulture), plain: true) : Field("as", how),
            e.Resolution.Citations.Count == 0 ? null : MapField.Of("cites", CitationFields.WriteList(e.Resolution.Citations)));
    }

    private static MapNode Version(DisputeVersion version) =>
        MapNode.Of(Field("says", version.Says), MapField.Of("cites", CitationFields.WriteList(version.Citations)));

    private static MapNode Describe(string subject, MapNode before, MapNode after, string words, string? decided) =>
        Change("describe", subject, words, decided, MapField.Of("set", NodeDifference.Between(before, after)));

    private static MapNode Change(string verb, string subject, string? words, string? decided, params MapField?[] fields) =>
        MapNode.Of([Field(verb, subject), .. fields, Field("words", words), Field("decided", decided)]);

    private static MapField? Field(string name, string? text, bool plain = false) =>
        text is null ? null : MapField.Of(name, new TextNode(DossierPlace.Nowhere, text, plain));

    private static string Stream(this IArchiveEvent happened) => happened.Stream;
}
