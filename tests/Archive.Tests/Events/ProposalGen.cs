using Archive.Domain;
using Archive.Domain.Claims;
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

    private static readonly Gen<CitationDraft> Citation = Gen.Select(
        Id, Gen.Enum<Stance>(), Gen.Enum<CitedPart>(), Words.Null(), DateGen.Edtf.Null(), Gen.Enum<ConsultedExtent>().Nullable(),
        (source, stance, about, phrase, on, extent) => new CitationDraft(source, stance, about, phrase, on, extent));

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
