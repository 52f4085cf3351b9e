using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Domain.Records;
using Archive.Domain.Sources;

namespace Archive.Dossiers;

/// <summary>The fold of any stream that a dossier can touch.</summary>
internal static class StreamFold
{
    public static object Evolve(object? state, IArchiveEvent happened) => happened switch
    {
        IGovernanceEvent e => Evolve(state, e),
        ContentErased e => Evolve(state, e),
        IRecordEvent e => HappeningRecord.Evolve((HappeningRecord?)state, e),
        IAuthorityEvent e => Authority.Evolve((Authority?)state, e),
        ISourceEvent e => Source.Evolve((Source?)state, e),
        IClaimEvent e => Claim.Evolve((Claim?)state, e),
        _ => throw new ArgumentException($"{happened.GetType().Name} is in no stream that a dossier touches.", nameof(happened)),
    };

    private static object Evolve(object? state, ContentErased happened) => state is Claim claim ? Claim.Evolve(claim, happened) : Source.Evolve((Source?)state, happened);

    /// <summary>What governs a record, a claim or a source is an event of all three by its type, and of one by its stream.</summary>
    private static object Evolve(object? state, IGovernanceEvent happened) => state switch
    {
        HappeningRecord record => HappeningRecord.Evolve(record, happened),
        Claim claim => Claim.Evolve(claim, happened),
        _ => Source.Evolve((Source?)state, happened),
    };
}
