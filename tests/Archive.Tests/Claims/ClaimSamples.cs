using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Tests.Claims;

/// <summary>A claim of the sample visit, and what can have happened to it.</summary>
internal static class ClaimSamples
{
    public const string Id = "visit-2023/c17";

    public static readonly Arrival Arriving = new(["xi-jinping"], "vnukovo", []);

    public static readonly ClaimDraft Draft = new("Xi arrives at Vnukovo", Arriving, AccordingTo: "wikipedia-editors");

    public static readonly ClaimContent Content = new("Xi arrives at Vnukovo", Arriving, null, null, null, "wikipedia-editors", []);

    public static readonly CitationDraft Wikipedia = new("wikipedia");

    public static readonly CitationDraft Tass = new("tass-arrival", Phrase: "landed at Vnukovo");

    public static readonly CitationDraft Unn = new("unn-landing", Stance.Contradicts, CitedPart.When, null, "2026-01-12", ConsultedExtent.Part);

    public static readonly ClaimRecorded Recorded = new(Id, Content, [Cited(1, Wikipedia)]);

    public static readonly ClaimCited CitedTass = new(Id, Cited(2, Tass));

    public static readonly ClaimRetracted Retracted = new(Id, RetractionReason.Wrong, "not so");

    public static readonly ClaimDisputed Disputed = new(
        Id, 1, "time of landing", [new DisputeVersion("12:59", [Cited(2, Tass)]), new DisputeVersion("11:08", [Cited(3, Unn)])]);

    public static readonly DisputeResolved Resolved = new(Id, 1, new DisputeResolution(DisputeOutcome.OneVersion, 1, "the clock was seen", [Cited(4, Tass)]));

    public static readonly Correction WrongTime = new(CorrectionReason.WrongTime, Fault.Source, "early afternoon", "corrected", "2026-01-20");

    public static readonly IClaimEvent[] Nothing = [];

    /// <summary>The claim with these citations.</summary>
    public static Claim Citing(IEnumerable<Citation> citations) => Claim.Evolve(null, Recorded with { Citations = citations.ToValueList() });

    public static Citation Cited(int number, CitationDraft draft) =>
        new(number, draft.Source, draft.Stance, draft.About, draft.Phrase is null ? null : new Quote(draft.Phrase), draft.ConsultedOn, draft.Extent);
}
