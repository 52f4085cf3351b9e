using Archive.Domain.Claims;
using Archive.Domain.Reviews;
using static Archive.Tests.Claims.ClaimSamples;

namespace Archive.Tests.Reviews;

/// <summary>Proposals on the sample claim, by ann, which ben decides.</summary>
internal static class ProposalSamples
{
    public static readonly ClaimDraft Landing = Draft with { Says = "Xi's aircraft lands at Vnukovo-2" };

    public static readonly ProposedCorrection Correcting = new(Landing, [Wikipedia, Tass], CorrectionReason.WrongTime, Fault.Source, "early afternoon", "corrected");

    public static readonly ProposedRetraction Retracting = new(RetractionReason.Fabricated, "made up");

    public static readonly ProposedCitation Another = new(Tass, "one more");

    public static readonly ProposedClaim Claiming = new(Draft, [Wikipedia]);

    public static readonly SeenClaim AsRecorded = new(1, [1]);

    public static ProposalSubmitted Submitted(int number, ProposedChange change, SeenClaim? seen = null, string? words = null) =>
        new(Id, number, "ann", seen ?? (change is ProposedClaim ? new SeenClaim(0, []) : AsRecorded), change.Kind, change, words);
}
