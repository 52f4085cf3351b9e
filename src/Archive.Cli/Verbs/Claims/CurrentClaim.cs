using Archive.Cli.Complaints;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Time;
using Archive.Provenance;
using Archive.Snapshots;

namespace Archive.Cli.Verbs.Claims;

/// <summary>A claim as it stands, to be corrected.</summary>
/// <param name="View">What it says now.</param>
/// <param name="Revision">Revision of its stream, so that a correction by somebody else in between is noticed.</param>
internal sealed record CurrentClaim(ClaimView View, long? Revision)
{
    /// <exception cref="ComplaintException">It is not there.</exception>
    public static async Task<CurrentClaim> ReadAsync(IOpenedArchive archive, string claim, CancellationToken cancellationToken)
    {
        var outcome = await archive.AskAsync(new TraceClaim(claim, AsOf.Latest), cancellationToken);
        if (outcome is not Outcome<ProvenanceTrail>.Ok { Value: var trail })
            throw new ComplaintException(Complaint.Of(outcome) with { Hint = await Suggestion.ForAsync(archive, claim, cancellationToken) });
        if (!trail.Claim.IsShown)
        {
            throw new ComplaintException(new Complaint(
                ComplaintKind.Refused, "claim-withheld", $"Claim {claim} is not shown to you, so it cannot be corrected from what it says: {AccessText.Of(trail.Claim.Withheld.Access)}."));
        }

        var stream = StreamName.OfClaim(claim);
        var own = trail.Events.Where(entry => entry.Stream == stream).Select(entry => (long?)entry.Revision);
        return new CurrentClaim(trail.Claim, own.Max());
    }

    public ClaimDraft Draft => new(
        View.Content!.Says,
        View.Content.Particulars,
        View.Content.Language,
        View.Content.Occurred is { } date ? new DateDraft(date.Edtf, date.Clock, date.Zone) : null,
        View.Content.About,
        View.Content.AccordingTo,
        View.Content.DerivedFrom);

    public ValueList<CitationDraft> Citations => View.Citations!.Select(citation => citation.ToDraft()).ToValueList();
}
