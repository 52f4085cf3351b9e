using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Evidence;
using CsCheck;
using static Archive.Tests.Events.TextGen;

namespace Archive.Tests.Events;

/// <summary>Random parts of claims.</summary>
internal static class ClaimGen
{
    private static readonly Gen<ValueList<string>> Ids = Id.Array[0, 3].Select(ids => ids.Distinct(StringComparer.Ordinal).ToValueList());

    private static readonly Gen<LanguageText> Texts = Gen.Select(Words, Language, (text, language) => new LanguageText(text, language));

    private static readonly Gen<SignedDocument> Document = Texts.Array[1, 2].Select(titles => new SignedDocument(titles.ToValueList()));

    public static readonly Gen<Particulars> OfEveryKind = Gen.OneOf<Particulars>(
        Gen.Select(Ids, Id.Null(), Ids, Particulars (who, place, by) => new Arrival(who, place, by)),
        Gen.Select(Ids, Id.Null(), Ids, Particulars (who, place, by) => new Departure(who, place, by)),
        Gen.Select(Ids, Id.Null(), Line.Null(), Line.Array[0, 2], Particulars (who, place, format, subjects) => new Meeting(who, place, format, subjects.ToValueList())),
        Gen.Select(Ids, Id.Null(), Document.Array[0, 2], Particulars (who, place, documents) => new Signing(who, place, documents.ToValueList())),
        Gen.Select(Ids, Id.Null(), Line.Null(), Texts.Null(), Ids, Particulars (who, place, medium, words, to) => new Statement(who, place, medium, words, to)),
        Gen.Select(Ids, Id.Null(), Line.Null(), Line.Null(), Particulars (who, place, to, attitude) => new Reaction(who, place, to, attitude)),
        Gen.Select(Ids, Id.Null(), Particulars (who, place) => new Background(who, place)));

    public static readonly Gen<ClaimContent> Content = Gen.Select(
        Words, OfEveryKind, Language.Null(), DateGen.Date.Null(), Id.Null(), Id.Null(), ClaimId.Array[0, 2],
        (says, particulars, language, occurred, about, accordingTo, from) =>
            new ClaimContent(says, particulars, language, occurred, about, accordingTo, from.ToValueList()));

    /// <summary>As the log has them: an anchored one without its words.</summary>
    private static readonly Gen<Quote> Quote = Gen.OneOf(
        Gen.Select(Words, Line.Null(), Line.Null(), (exact, prefix, suffix) => new Quote(exact, Prefix: prefix, Suffix: suffix)),
        Gen.Select(Gen.Long[0, 1L << 40], Gen.Int[1, 5_000], CaptureGen.Digest, CaptureGen.Digest, (start, length, capture, kept) =>
            new Quote(null, QuoteState.Exact, null, null, new QuotePosition(start, start + length), capture, kept)));

    public static readonly Gen<Citation> Citation = Gen.Select(
        Number, Id, Gen.Enum<Stance>(), Gen.Enum<CitedPart>(), Quote.Null(), DateGen.Edtf.Null(), Gen.Enum<ConsultedExtent>().Nullable(),
        (number, source, stance, about, quote, on, extent) => new Citation(number, source, stance, about, quote, on, extent));

    public static readonly Gen<ValueList<Citation>> Citations = Citation.Array[1, 3].Select(citations => citations.ToValueList());

    public static readonly Gen<DisputeVersion> Version = Gen.Select(Words, Citations, (says, citations) => new DisputeVersion(says, citations));

    public static readonly Gen<DisputeResolution> Resolution = Gen.Select(
        Gen.Enum<DisputeOutcome>(), Number, Words, Citation.Array[0, 2],
        (outcome, version, words, citations) =>
            new DisputeResolution(outcome, outcome == DisputeOutcome.OneVersion ? version : null, words, citations.ToValueList()));
}
