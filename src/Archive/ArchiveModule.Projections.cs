using Archive.Access;
using Archive.Authorities;
using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Domain.Records;
using Archive.Domain.Reviews;
using Archive.Domain.Sources;
using Archive.Ledger;
using Archive.Projection;
using Archive.Records;
using Archive.Sources;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Archive;

/// <content>The handlers that fold events into documents.</content>
internal static partial class ArchiveModule
{
    private static IServiceCollection AddProjections(this IServiceCollection services)
    {
        services.TryAddSingleton(new ProjectionVersion(ProjectionVersion.Current));
        services.AddSingleton<Generations>();
        services.AddSingleton<ReadModelSchema>();
        services.AddSingleton<ProjectionProgress>();
        services.AddSingleton<ProjectorWatch>();
        services.AddScoped<CurrentBatch>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentBatch>().Batch);
        services.AddProjection<RecordOpened, RecordVersions<RecordOpened>>();
        services.AddProjection<RecordDescribed, RecordVersions<RecordDescribed>>();
        services.AddProjection<AuthorityEstablished, AuthorityVersions<AuthorityEstablished>>();
        services.AddProjection<AuthorityDescribed, AuthorityVersions<AuthorityDescribed>>();
        services.AddProjection<AuthorityMerged, AuthorityVersions<AuthorityMerged>>();
        services.AddProjection<SourceRegistered, SourceVersions<SourceRegistered>>();
        services.AddProjection<SourceDescribed, SourceVersions<SourceDescribed>>();
        services.AddProjection<SourceCaptured, SourceVersions<SourceCaptured>>();
        services.AddProjection<SourceRated, SourceVersions<SourceRated>>();
        services.AddProjection<SourceOriginEstablished, SourceVersions<SourceOriginEstablished>>();
        services.AddProjection<SourceOriginWithdrawn, SourceVersions<SourceOriginWithdrawn>>();
        services.AddProjection<SourceMerged, SourceVersions<SourceMerged>>();
        services.AddProjection<ClaimRecorded, ClaimVersions<ClaimRecorded>>();
        services.AddProjection<ClaimCorrected, ClaimVersions<ClaimCorrected>>();
        services.AddProjection<ClaimCited, ClaimVersions<ClaimCited>>();
        services.AddProjection<CitationWithdrawn, ClaimVersions<CitationWithdrawn>>();
        services.AddProjection<ClaimRated, ClaimVersions<ClaimRated>>();
        services.AddProjection<ClaimRanked, ClaimVersions<ClaimRanked>>();
        services.AddProjection<ClaimDisputed, ClaimVersions<ClaimDisputed>>();
        services.AddProjection<DisputeResolved, ClaimVersions<DisputeResolved>>();
        services.AddProjection<DisputeReopened, ClaimVersions<DisputeReopened>>();
        services.AddProjection<ClaimRetracted, ClaimVersions<ClaimRetracted>>();
        services.AddProjection<ClaimReinstated, ClaimVersions<ClaimReinstated>>();
        services.AddProjection<ProposalSubmitted, ClaimVersions<ProposalSubmitted>>();
        services.AddProjection<ProposalAccepted, ClaimVersions<ProposalAccepted>>();
        services.AddProjection<ProposalRejected, ClaimVersions<ProposalRejected>>();
        services.AddProjection<ProposalWithdrawn, ClaimVersions<ProposalWithdrawn>>();
        services.AddProjection<ErasedRecordEvent, RecordVersions<ErasedRecordEvent>>();
        services.AddProjection<ErasedAuthorityEvent, AuthorityVersions<ErasedAuthorityEvent>>();
        services.AddProjection<ErasedSourceEvent, SourceVersions<ErasedSourceEvent>>();
        services.AddProjection<ErasedClaimEvent, ClaimVersions<ErasedClaimEvent>>();
        services.AddProjection<ErasedActorEvent, ActorVersions<ErasedActorEvent>>();
        services.AddProjection<ErasedKeyEvent, KeyVersions<ErasedKeyEvent>>();
        services.AddProjection<ContentErased, VersionsByStream<ContentErased>>();
        services.AddProjection<AccessSet, VersionsByStream<AccessSet>>();
        services.AddProjection<HoldPlaced, VersionsByStream<HoldPlaced>>();
        services.AddProjection<HoldLifted, VersionsByStream<HoldLifted>>();
        services.AddProjection<ActorRegistered, ActorVersions<ActorRegistered>>();
        services.AddProjection<ActorRoleSet, ActorVersions<ActorRoleSet>>();
        services.AddProjection<KeyIssued, KeyVersions<KeyIssued>>();
        services.AddProjection<KeyRevoked, KeyVersions<KeyRevoked>>();
        return services;
    }

    /// <summary>A document's handler of an event, and the references that every event makes.</summary>
    private static void AddProjection<TEvent, THandler>(this IServiceCollection services)
        where TEvent : IArchiveEvent
        where THandler : class, INotificationHandler<Recorded<TEvent>>
    {
        services.AddTransient<INotificationHandler<Recorded<TEvent>>, THandler>();
        services.AddTransient<INotificationHandler<Recorded<TEvent>>, StreamReferences<TEvent>>();
    }
}
