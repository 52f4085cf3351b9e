using Archive.Access;
using Archive.Authorities;
using Archive.Backups;
using Archive.Citations;
using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Dossiers;
using Archive.EventLog;
using Archive.Evidence;
using Archive.Evidence.Audits;
using Archive.Evidence.Texts;
using Archive.Exports;
using Archive.Ledger;
using Archive.LedgerAudits;
using Archive.Packages;
using Archive.Projection;
using Archive.Provenance;
using Archive.Publications;
using Archive.Records;
using Archive.Reviews;
using Archive.Snapshots;
using Archive.Sources;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Archive;

/// <summary>Everything that the archive is made of, one line each.</summary>
internal static partial class ArchiveModule
{
    public static IServiceCollection AddArchive(this IServiceCollection services) => services
        .AddMediation()
        .AddLog()
        .AddEvidence()
        .AddCommands()
        .AddQueries()
        .AddAccess()
        .AddDossiers()
        .AddBackups()
        .AddLedger()
        .AddProjections();

    private static IServiceCollection AddMediation(this IServiceCollection services)
    {
        services.AddTransient<IMediator>(provider => new Mediator(provider));
        services.AddTransient<ISender>(provider => provider.GetRequiredService<IMediator>());
        services.AddTransient<IPublisher>(provider => provider.GetRequiredService<IMediator>());
        return services;
    }

    private static IServiceCollection AddLog(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ISaltSource, RandomSalts>();
        services.TryAddSingleton(ClockTolerance.Usual);
        services.AddSingleton<NodeClock>();
        services.TryAddSingleton<IEventLog, MartenEventLog>();
        services.AddSingleton<LogOpening>();
        services.AddSingleton<LedgersLog>();
        services.AddSingleton<StreamLookup>();
        services.AddSingleton<StreamStates>();
        services.AddSingleton<CommandRepeat>();
        services.AddSingleton<CommandAppends>();
        services.AddSingleton<StreamCommands>();
        services.AddSingleton<ClaimCommands>();
        services.AddSingleton<SourceCommands>();
        services.AddSingleton<GovernanceCommands>();
        return services;
    }

    private static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.TryAddSingleton<IContentStore, PostgresContentStore>();
        services.AddSingleton<KeptStore>();
        services.AddSingleton<WordKeeping>();
        services.AddSingleton<KeptSweep>();
        services.AddSingleton<ErasureRecords>();
        services.AddSingleton<PendingErasures>();
        services.AddSingleton<CaptureHolders>();
        services.AddSingleton<Destruction>();
        services.AddSingleton<DestroyedFiles>();
        services.AddSingleton<ErasingLoop>();
        services.AddUseCase<EraseContent, Receipt, EraseContentHandler, EraseContentValidator>();
        services.AddUseCase<ListErasures, ErasureList, ListErasuresHandler, ListErasuresValidator>();
        services.AddRequest<CarryOutErasure, ErasureRecord, CarryOutErasureHandler>();
        services.TryAddSingleton(CaptureLimit.Usual);
        services.TryAddSingleton<ITextExtraction>(provider => provider.GetService<ExtractionProgram>() is { } program
            ? new ProcessExtraction(program, provider.GetRequiredService<TimeProvider>())
            : new OwnExtraction(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CaptureTexts>();
        services.AddSingleton<CaptureIntake>();
        services.AddSingleton<ContentSweep>();
        services.AddSingleton<CapturedTexts>();
        services.AddSingleton<SourceCaptures>();
        services.AddSingleton<EvidencePages>();
        services.AddSingleton<KeptCheck>();
        services.AddUseCase<AuditEvidence, EvidenceAudit, AuditEvidenceHandler, AuditEvidenceValidator>();
        services.AddSingleton<LedgerAuditRun>();
        services.AddUseCase<AuditLedger, LedgerAudit, AuditLedgerHandler, AuditLedgerValidator>();
        return services;
    }

    private static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.AddSingleton(provider => new KeyFiles(provider.GetService<LedgerKeyFolder>()));
        services.AddSingleton<LedgerKeys>();
        services.AddSingleton<HeadSigning>();
        services.AddSingleton<SigningLoop>();
        services.AddSingleton<Checkpoints>();
        services.AddSingleton<KeyRotation>();
        services.AddSingleton<CosignatureIntake>();
        services.AddRequest<ListLedgerKeys, LedgerKeyList, ListLedgerKeysHandler>();
        services.AddUseCase<GetCheckpoint, SignedCheckpoint, GetCheckpointHandler, GetCheckpointValidator>();
        services.AddUseCase<ListCheckpoints, CheckpointList, ListCheckpointsHandler, ListCheckpointsValidator>();
        services.AddUseCase<GetProof, EntryProof, GetProofHandler, GetProofValidator>();
        services.AddUseCase<GetConsistencyProof, LedgerConsistency, GetConsistencyProofHandler, GetConsistencyProofValidator>();
        services.AddUseCase<GetCitation, RecordCitation, GetCitationHandler, GetCitationValidator>();
        services.AddUseCase<CheckReferences, ReferenceCheck, CheckReferencesHandler, CheckReferencesValidator>();
        services.AddUseCase<PublishLedger, PublishedLedger, PublishLedgerHandler, PublishLedgerValidator>();
        return services;
    }

    private static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.AddUseCase<OpenRecord, Receipt, OpenRecordHandler, OpenRecordValidator>();
        services.AddUseCase<DescribeRecord, Receipt, DescribeRecordHandler, DescribeRecordValidator>();
        services.AddUseCase<EstablishAuthority, Receipt, EstablishAuthorityHandler, EstablishAuthorityValidator>();
        services.AddUseCase<DescribeAuthority, Receipt, DescribeAuthorityHandler, DescribeAuthorityValidator>();
        services.AddUseCase<MergeAuthority, Receipt, MergeAuthorityHandler, MergeAuthorityValidator>();
        services.AddUseCase<RegisterSource, Receipt, RegisterSourceHandler, RegisterSourceValidator>();
        services.AddUseCase<DescribeSource, Receipt, DescribeSourceHandler, DescribeSourceValidator>();
        services.AddUseCase<CaptureSource, Receipt, CaptureSourceHandler, CaptureSourceValidator>();
        services.AddUseCase<RateSource, Receipt, RateSourceHandler, RateSourceValidator>();
        services.AddUseCase<EstablishOrigin, Receipt, EstablishOriginHandler, EstablishOriginValidator>();
        services.AddUseCase<WithdrawOrigin, Receipt, WithdrawOriginHandler, WithdrawOriginValidator>();
        services.AddUseCase<MergeSource, Receipt, MergeSourceHandler, MergeSourceValidator>();
        services.AddUseCase<RecordClaim, Receipt, RecordClaimHandler, RecordClaimValidator>();
        services.AddUseCase<CiteSource, Receipt, CiteSourceHandler, CiteSourceValidator>();
        services.AddUseCase<WithdrawCitation, Receipt, WithdrawCitationHandler, WithdrawCitationValidator>();
        services.AddUseCase<RateClaim, Receipt, RateClaimHandler, RateClaimValidator>();
        services.AddUseCase<RankClaim, Receipt, RankClaimHandler, RankClaimValidator>();
        services.AddUseCase<CorrectClaim, Receipt, CorrectClaimHandler, CorrectClaimValidator>();
        services.AddUseCase<DisputeClaim, Receipt, DisputeClaimHandler, DisputeClaimValidator>();
        services.AddUseCase<ResolveDispute, Receipt, ResolveDisputeHandler, ResolveDisputeValidator>();
        services.AddUseCase<ReopenDispute, Receipt, ReopenDisputeHandler, ReopenDisputeValidator>();
        services.AddUseCase<RetractClaim, Receipt, RetractClaimHandler, RetractClaimValidator>();
        services.AddUseCase<SetAccess, Receipt, SetAccessHandler, SetAccessValidator>();
        services.AddUseCase<PlaceHold, Receipt, PlaceHoldHandler, PlaceHoldValidator>();
        services.AddUseCase<LiftHold, Receipt, LiftHoldHandler, LiftHoldValidator>();
        services.AddUseCase<ReinstateClaim, Receipt, ReinstateClaimHandler, ReinstateClaimValidator>();
        services.AddUseCase<SubmitProposal, Receipt, SubmitProposalHandler, SubmitProposalValidator>();
        services.AddUseCase<AcceptProposal, Receipt, AcceptProposalHandler, AcceptProposalValidator>();
        services.AddUseCase<RejectProposal, Receipt, RejectProposalHandler, RejectProposalValidator>();
        services.AddUseCase<WithdrawProposal, Receipt, WithdrawProposalHandler, WithdrawProposalValidator>();
        return services;
    }

    private static IServiceCollection AddQueries(this IServiceCollection services)
    {
        services.AddSingleton<ReadModels>();
        services.AddUseCase<ListRecords, RecordList, ListRecordsHandler, ListRecordsValidator>();
        services.AddUseCase<GetRecord, RecordSnapshot, GetRecordHandler, GetRecordValidator>();
        services.AddUseCase<GetClaim, ClaimSnapshot, GetClaimHandler, GetClaimValidator>();
        services.AddUseCase<GetHistory, History, GetHistoryHandler, GetHistoryValidator>();
        services.AddUseCase<GetDifference, RecordDifference, GetDifferenceHandler, GetDifferenceValidator>();
        services.AddUseCase<TraceClaim, ProvenanceTrail, TraceClaimHandler, TraceClaimValidator>();
        services.AddUseCase<GetEvidence, RecordEvidence, GetEvidenceHandler, GetEvidenceValidator>();
        services.AddUseCase<ListClaimsRestingOn, RestingClaims, ListClaimsRestingOnHandler, ListClaimsRestingOnValidator>();
        services.AddUseCase<GetSource, SourceSnapshot, GetSourceHandler, GetSourceValidator>();
        services.AddUseCase<OpenCapture, OpenedCapture, OpenCaptureHandler, OpenCaptureValidator>();
        services.AddUseCase<ListRecordEntries, RecordEntries, ListRecordEntriesHandler, ListRecordEntriesValidator>();
        services.AddRequest<ExportRecord, ExportedRecord, ExportRecordHandler>();
        services.AddSingleton<IValidator<ExportRecord>, ExportRecordValidator>();
        services.AddTransient<IPipelineBehavior<ExportRecord, Outcome<ExportedRecord>>, ValidationBehavior<ExportRecord, ExportedRecord>>();
        services.AddUseCase<GetGovernance, GovernanceSheet, GetGovernanceHandler, GetGovernanceValidator>();
        services.AddUseCase<ListProposals, ProposalList, ListProposalsHandler, ListProposalsValidator>();
        services.AddUseCase<GetProposal, ProposalSnapshot, GetProposalHandler, GetProposalValidator>();
        services.AddUseCase<FindHoldsOver, HoldsFound, FindHoldsOverHandler, FindHoldsOverValidator>();
        services.AddRequest<GetStatus, ArchiveStatus, GetStatusHandler>();
        services.AddTransient<IPipelineBehavior<GetStatus, Outcome<ArchiveStatus>>, OnceMoreBehavior<GetStatus, Outcome<ArchiveStatus>>>();
        return services;
    }

    private static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<Authentication>();
        services.AddSingleton<IssuedKeys>();
        services.AddSingleton<KeyUses>();
        services.AddUseCase<RegisterActor, Receipt, RegisterActorHandler, RegisterActorValidator>();
        services.AddUseCase<SetActorRole, Receipt, SetActorRoleHandler, SetActorRoleValidator>();
        services.AddUseCase<IssueKey, Receipt, IssueKeyHandler, IssueKeyValidator>();
        services.AddUseCase<RevokeKey, Receipt, RevokeKeyHandler, RevokeKeyValidator>();
        services.AddUseCase<ListActors, ActorList, ListActorsHandler, ListActorsValidator>();
        services.AddUseCase<ListKeys, KeyList, ListKeysHandler, ListKeysValidator>();
        return services;
    }

    private static IServiceCollection AddDossiers(this IServiceCollection services)
    {
        services.AddSingleton<StreamHistories>();
        services.AddSingleton<DossierImports>();
        services.AddSingleton<PlannedAppends>();
        services.AddRequest<PlanImport, ImportPlan, PlanImportHandler>();
        services.AddRequest<ImportDossier, ImportResult, ImportDossierHandler>();
        services.AddRequest<ExportDossier, ExportedDossier, ExportDossierHandler>();
        services.AddSingleton<StatementSigning>();
        services.AddSingleton<BagComposition>();
        services.AddUseCase<ExportBag, ExportedBag, ExportBagHandler, ExportBagValidator>();
        services.AddRequest<ImportBag, ImportedBag, ImportBagHandler>();
        services.AddRequest<PlanBagImport, ImportPlan, PlanBagImportHandler>();
        return services;
    }

    private static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.AddRequest<WriteBackup, WrittenBackup, WriteBackupHandler>();
        services.AddSingleton<EvidenceRows>();
        services.AddSingleton<LedgerRows>();
        services.AddSingleton<LedgerBackup>();
        services.AddSingleton<EvidenceBackup>();
        services.AddSingleton<EvidenceRestore>();
        services.AddSingleton<Restoration>();
        return services;
    }

    /// <summary>
    /// A handler behind the table of permissions. No handler is added without it: what is added first runs first, and a test sees to it that this is first
    /// for every request and that each has its line in the table.
    /// </summary>
    private static void AddRequest<TRequest, TAnswer, THandler>(this IServiceCollection services)
        where TRequest : IRequest<Outcome<TAnswer>>
        where THandler : class, IRequestHandler<TRequest, Outcome<TAnswer>>
    {
        services.AddTransient<IPipelineBehavior<TRequest, Outcome<TAnswer>>, AuthorizationBehavior<TRequest, TAnswer>>();
        services.AddTransient<IPipelineBehavior<TRequest, Outcome<TAnswer>>, AlteredBehavior<TRequest, TAnswer>>();
        services.AddTransient<IRequestHandler<TRequest, Outcome<TAnswer>>, THandler>();
    }

    private static void AddUseCase<TRequest, TAnswer, THandler, TValidator>(this IServiceCollection services)
        where TRequest : IRequest<Outcome<TAnswer>>
        where THandler : class, IRequestHandler<TRequest, Outcome<TAnswer>>
        where TValidator : class, IValidator<TRequest>
    {
        services.AddRequest<TRequest, TAnswer, THandler>();
        services.AddSingleton<IValidator<TRequest>, TValidator>();
        services.AddTransient<IPipelineBehavior<TRequest, Outcome<TAnswer>>, ValidationBehavior<TRequest, TAnswer>>();
        services.AddTransient<IPipelineBehavior<TRequest, Outcome<TAnswer>>, OnceMoreBehavior<TRequest, Outcome<TAnswer>>>();
    }
}
