using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Packages;

/// <summary>
/// Puts into the claims of another archive a citation of the evidence for where they come from: the last one of each first version, and of every correction, so
/// that no version is without it. The numbers behind it move up by one, everywhere.
/// </summary>
/// <param name="evidence">Id of the source that holds the evidence.</param>
internal sealed class OriginCitations(string evidence)
{
    private readonly Dictionary<string, int> _own = new(StringComparer.Ordinal);

    /// <summary>The event as it is to be imported. Quotes whose words were erased are left out: what they said is gone.</summary>
    public IArchiveEvent In(IArchiveEvent happened)
    {
        switch (happened)
        {
            case ClaimRecorded e:
                _own[e.Claim] = e.Citations.Max(citation => citation.Number);
                return e with { Citations = Moved(e.Claim, e.Citations, isVersion: true) };
            case ClaimCorrected e:
                return e with { Citations = Moved(e.Claim, e.Citations, isVersion: true) };
            case ClaimCited e:
                return e with { Citation = Moved(e.Claim, e.Citation) };
            case CitationWithdrawn e:
                return e with { Number = Moved(e.Claim, e.Number) };
            case ClaimDisputed e:
                return e with { Versions = e.Versions.Select(version => version with { Citations = Moved(e.Claim, version.Citations, isVersion: false) }).ToValueList() };
            case DisputeResolved e:
                return e with { Resolution = e.Resolution with { Citations = Moved(e.Claim, e.Resolution.Citations, isVersion: false) } };
            default:
                return happened;
        }
    }

    private ValueList<Citation> Moved(string claim, ValueList<Citation> citations, bool isVersion)
    {
        var moved = citations.Select(citation => Moved(claim, citation));
        return (isVersion ? moved.Append(new Citation(_own[claim] + 1, evidence, Stance.Mentions, CitedPart.All, null, null, null)) : moved).ToValueList();
    }

    private Citation Moved(string claim, Citation citation) => citation with
    {
        Number = Moved(claim, citation.Number),
        Quote = citation.Quote is { IsErased: true } ? null : citation.Quote,
    };

    private int Moved(string claim, int number) => number > _own[claim] ? number + 1 : number;
}
