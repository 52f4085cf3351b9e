using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;

namespace Archive.Access;

/// <summary>Takes commands on access and holds through the stream of what they govern.</summary>
internal sealed class GovernanceCommands(StreamCommands streams)
{
    public Task<Outcome<Receipt>> ExecuteAsync(ICommand command, string subject, Func<Governed?, Decision> decide, CancellationToken cancellationToken)
    {
        if (subject.StartsWith(StreamName.RecordPrefix, StringComparison.Ordinal))
            return streams.ExecuteAsync<HappeningRecord, IRecordEvent>(command, subject, HappeningRecord.Evolve, record => decide(Governed.Of(record)), cancellationToken);
        return subject.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal)
            ? streams.ExecuteAsync<Claim, IClaimEvent>(command, subject, Claim.Evolve, claim => decide(Governed.Of(claim)), cancellationToken)
            : streams.ExecuteAsync<Source, ISourceEvent>(command, subject, Source.Evolve, source => decide(Governed.Of(source)), cancellationToken);
    }
}
