using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;

namespace Archive.Tests;

/// <summary>Where a scenario starts: what happened in one stream before.</summary>
internal static class Scenarios
{
    public static Scenario<HappeningRecord, IRecordEvent> Given(params IRecordEvent[] happened) =>
        new(HappeningRecord.Evolve, happened.Aggregate((HappeningRecord?)null, HappeningRecord.Evolve));

    public static Scenario<Claim, IClaimEvent> Given(params IClaimEvent[] happened) =>
        new(Claim.Evolve, happened.Aggregate((Claim?)null, Claim.Evolve));

    public static Scenario<Source, ISourceEvent> Given(params ISourceEvent[] happened) =>
        new(Source.Evolve, happened.Aggregate((Source?)null, Source.Evolve));

    public static Scenario<Authority, IAuthorityEvent> Given(params IAuthorityEvent[] happened) =>
        new(Authority.Evolve, happened.Aggregate((Authority?)null, Authority.Evolve));

    public static Scenario<Actor, IActorEvent> Given(params IActorEvent[] happened) =>
        new(Actor.Evolve, happened.Aggregate((Actor?)null, Actor.Evolve));

    public static Scenario<ApiKey, IKeyEvent> Given(params IKeyEvent[] happened) =>
        new(ApiKey.Evolve, happened.Aggregate((ApiKey?)null, ApiKey.Evolve));

    public static Domain.KnownStreams Without(params string[] missing) => new(missing.ToHashSet(StringComparer.Ordinal));
}
