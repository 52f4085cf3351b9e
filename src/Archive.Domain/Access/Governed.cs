using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;

namespace Archive.Domain.Access;

/// <summary>A record, claim or source as far as its governance goes.</summary>
/// <param name="Governance">What was decided on it.</param>
/// <param name="Captures">The captures that it has.</param>
public sealed record Governed(Governance? Governance, ValueList<Capture> Captures)
{
    public static Governed? Of(HappeningRecord? record) => record is null ? null : new Governed(record.Governance, []);

    /// <returns>Null for a claim that is only proposed, too.</returns>
    public static Governed? Of(Claim? claim) => claim is null or { Version: 0 } ? null : new Governed(claim.Governance, []);

    public static Governed? Of(Source? source) => source is null ? null : new Governed(source.Governance, source.Captures ?? []);
}
