using Archive.Domain;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;

namespace Archive.Dossiers;

/// <summary>The fold of any stream that a dossier can touch.</summary>
internal static class StreamFold
{
    public static object Evolve(object? state, IArchiveEvent happened) => happened switch
    {
        IRecordEvent e => HappeningRecord.Evolve((HappeningRecord?)state, e),
        IAuthorityEvent e => Authority.Evolve((Authority?)state, e),
        ISourceEvent e => Source.Evolve((Source?)state, e),
        IClaimEvent e => Claim.Evolve((Claim?)state, e),
        _ => throw new ArgumentException($"{happened.GetType().Name} is in no stream that a dossier touches.", nameof(happened)),
    };
}
