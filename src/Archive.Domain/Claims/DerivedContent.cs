using System.Diagnostics.CodeAnalysis;
using Archive.Domain.Time;

namespace Archive.Domain.Claims;

/// <summary>From what was submitted to what is recorded: the one place where a claim's date gets its bounds.</summary>
internal static class DerivedContent
{
    public static bool TryDerive(
        this ClaimDraft draft, string id, KnownStreams known, [NotNullWhen(true)] out ClaimContent? content, [NotNullWhen(false)] out Decision? refused)
    {
        content = null;
        HistoricalDate? occurred = null;
        if (draft.Occurred is { } date && !HistoricalDate.TryDerive(date.Edtf, date.Clock, date.Zone, out occurred, out var error))
        {
            refused = Decision.Refuse("date-invalid", $"The date of claim {id}: {error.Message}");
            return false;
        }

        var derived = new ClaimContent(
            draft.Says, draft.Particulars, draft.Language, occurred, draft.About, draft.AccordingTo, draft.DerivedFrom ?? []);
        refused = Misplaced(derived, id, known);
        if (refused is not null)
            return false;
        content = derived;
        return true;
    }

    /// <summary>Equal but for where it is kept, and for what newer zone data or rules would derive from the same date.</summary>
    public static bool SaysTheSameAs(this ClaimContent content, ClaimContent other) =>
        content with { Occurred = null, Kept = null } == other with { Occurred = null, Kept = null } && HistoricalDate.SayTheSame(content.Occurred, other.Occurred);

    private static Decision? Misplaced(ClaimContent content, string id, KnownStreams known)
    {
        var missing = content.Authorities().Distinct(StringComparer.Ordinal)
            .Where(authority => known.Missing(StreamName.OfAuthority(authority))).ToArray();
        if (missing.Length > 0)
            return Decision.Refuse("authority-unknown", $"There is no authority {string.Join(", ", missing)}. Establish it first, or correct the id.");
        if (content.DerivedFrom.Contains(id, StringComparer.Ordinal))
            return Decision.Refuse("derived-from-itself", $"Claim {id} cannot be derived from itself.");
        var unknown = content.DerivedFrom.Where(claim => known.Missing(StreamName.OfClaim(claim))).ToArray();
        return unknown.Length == 0
            ? null
            : Decision.Refuse("claim-unknown", $"Claim {id} is derived from {string.Join(", ", unknown)}, which is not there. Record it first.");
    }
}
