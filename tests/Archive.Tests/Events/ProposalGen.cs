using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Evidence;
using Archive.Domain.Reviews;
using Archive.Domain.Time;
using CsCheck;
using static Archive.Tests.Events.TextGen;

namespace Archive.Tests.Events;

/// <summary>Random parts of proposals.</summary>
internal static class ProposalGen
{
    private static readonly Gen<DateDraft> Date = Gen.Select(
        DateGen.Edtf, Gen.OneOf("morning", "about 12:59").Null(), Gen.OneOf("Europe/Moscow", "UTC").Null(), (edtf, clock, zone) => new DateDraft(edtf, clock, zone));

    private static readonly Gen<ClaimDraft> Draft = Gen.Select(
        Words, ClaimGen.OfEveryKind, Language.Null(), Date.Null(), Id.Null(), Id.Null(), ClaimId.Array[0, 2].Null(),
        (says, particulars, language, occurred, about, accordingTo, from) =>
            new ClaimDraft(says, particulars, language, occurred, about, accordingTo, from?.ToValueList()));

    private static readonly Gen<string> Digest = Gen.Char["0123456789abcdef"].Array[64].Select(digits => new string(digits));

    private static readonly Gen<CitationDraft> Citation = Gen.Select(
        Gen.Select(Id, Gen.Enum<Stance>(), Gen.Enum<CitedPart>(), Words.Null(), DateGen.Edtf.Null(), Gen.Enum<ConsultedExtent>().Nullable()),
        Gen.Select(Line.Null(), Line.Null(), Gen.Int[0, 9].Select(start => new QuotePosition(start, start + 3)).Null(), Digest.Null()),
        (read, stood) => new CitationDraft(read.Item1, read.Item2, read.Item3, read.Item4, read.Item5, read.Item6, stood.Item1, stood.Item2, stood.Item3, stood.Item4));

    public static readonly Gen<KeptChange> Kept = Gen.Select(Digest, Digest.Array[1, 3], (digest, captures) => new KeptChange(digest, captures.ToValueList()));

    private static readonly Gen<ValueList<CitationDraft>> Citations = Citation.Array[1, 3].Select(citations => citations.ToValueList());

    public static readonly Gen<SeenClaim> Seen = Gen.Select(
        Gen.Int[0, 9], Number.Array[0, 3], (version, citations) => new SeenClaim(version, citations.ToValueList()));

    public static readonly Gen<ProposedChange> Change = Gen.OneOf<ProposedChange>(
        Gen.Select(
            Draft, Citations, Gen.Enum<CorrectionReason>(), Gen.Enum<Fault>(), Words, Words.Null(),
            ProposedChange (draft, citations, reason, fault, words, notice) => new ProposedCorrection(draft, citations, reason, fault, words, notice)),
        Gen.Select(Gen.Enum<RetractionReason>(), Words, Words.Null(), ProposedChange (reason, words, notice) => new ProposedRetraction(reason, words, notice)),
        Gen.Select(Citation, Words.Null(), ProposedChange (citation, words) => new ProposedCitation(citation, words)),
        Gen.Select(Draft, Citations, ProposedChange (draft, citations) => new ProposedClaim(draft, citations)));
}
