using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Dossiers;

/// <summary>
/// Where quotes stand in captures, left out of a command: an event that was decided before is recognised by its words, whatever is captured now.
/// See <see cref="SameEvent"/>.
/// </summary>
internal static class QuotePlaces
{
    public static ICommand LeaveOut(ICommand command) => command switch
    {
        RecordClaim c => c with { Citations = LeaveOut(c.Citations) },
        CorrectClaim c => c with { Citations = LeaveOut(c.Citations) },
        CiteSource c => c with { Citation = LeaveOut(c.Citation) },
        DisputeClaim c => c with { Versions = c.Versions.Select(version => version with { Citations = LeaveOut(version.Citations) }).ToValueList() },
        ResolveDispute c => c with { Citations = LeaveOut(c.Citations) },
        _ => command,
    };

    private static ValueList<CitationDraft> LeaveOut(ValueList<CitationDraft> citations) => citations.Select(LeaveOut).ToValueList();

    private static CitationDraft LeaveOut(CitationDraft citation) => citation with { Position = null, Capture = null };
}
