using Archive.Authorities;
using Archive.Backups;
using Archive.Citations;
using Archive.Claims;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Dossiers;
using Archive.Evidence;
using Archive.Evidence.Audits;
using Archive.LedgerAudits;
using Archive.Exports;
using Archive.Ledger;
using Archive.Packages;
using Archive.Projection;
using Archive.Provenance;
using Archive.Publications;
using Archive.Records;
using Archive.Reviews;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.Access;

/// <summary>
/// Who may do what: the one table, with a line for every request that the archive answers and every operation of its hosts. What stands in no line,
/// nobody may do. docs/access.md shows it.
/// </summary>
public static class Permissions
{
    /// <summary>Code of the refusal.</summary>
    public const string NotPermitted = "not-permitted";

    private static readonly ValueList<Role> Everybody = [Role.Reader, Role.Contributor, Role.Editor, Role.Auditor, Role.Administrator];

    private static readonly ValueList<Role> AllButReaders = [Role.Contributor, Role.Editor, Role.Auditor, Role.Administrator];

    private static readonly ValueList<Role> Contributors = [Role.Contributor, Role.Editor, Role.Administrator];

    private static readonly ValueList<Role> Editors = [Role.Editor, Role.Administrator];

    private static readonly ValueList<Role> Auditors = [Role.Auditor, Role.Administrator];

    private static readonly ValueList<Role> EditorsAndAuditors = [Role.Editor, Role.Auditor, Role.Administrator];

    private static readonly ValueList<Role> Administrators = [Role.Administrator];

    /// <summary>The lines, in the order of docs/access.md.</summary>
    internal static readonly IReadOnlyList<Permission> All =
    [
        Permission.For<GetStatus>(Everybody, anyone: true),

        Permission.For<ListRecords>(Everybody),
        Permission.For<GetRecord>(Everybody),
        Permission.For<GetClaim>(Everybody),
        Permission.For<GetHistory>(Everybody),
        Permission.For<GetDifference>(Everybody),
        Permission.For<TraceClaim>(Everybody),
        Permission.For<ListClaimsRestingOn>(Everybody),
        Permission.For<GetEvidence>(Everybody),
        Permission.For<ExportRecord>(Everybody),
        Permission.For<GetSource>(Everybody),
        Permission.For<OpenCapture>(Everybody),
        Permission.For<ListRecordEntries>(Everybody),
        Permission.For<ListLedgerKeys>(Everybody),
        Permission.For<GetCheckpoint>(Everybody),
        Permission.For<ListCheckpoints>(Everybody),
        Permission.For<GetProof>(Everybody),
        Permission.For<GetConsistencyProof>(Everybody),
        Permission.For<GetCitation>(Everybody),
        Permission.For<CheckReferences>(Everybody),
        Permission.For<PublishLedger>(Auditors),

        Permission.For<OpenRecord>(Editors),
        Permission.For<DescribeRecord>(Editors),
        Permission.For<EstablishAuthority>(Editors),
        Permission.For<DescribeAuthority>(Editors),
        Permission.For<MergeAuthority>(Editors),
        Permission.For<RegisterSource>(Editors),
        Permission.For<DescribeSource>(Editors),
        Permission.For<RateSource>(Editors),
        Permission.For<EstablishOrigin>(Editors),
        Permission.For<WithdrawOrigin>(Editors),
        Permission.For<MergeSource>(Editors),
        Permission.For<RecordClaim>(Editors),
        Permission.For<CiteSource>(Editors),
        Permission.For<WithdrawCitation>(Editors),
        Permission.For<RateClaim>(Editors),
        Permission.For<RankClaim>(Editors),
        Permission.For<CorrectClaim>(Editors),
        Permission.For<DisputeClaim>(Editors),
        Permission.For<ResolveDispute>(Editors),
        Permission.For<ReopenDispute>(Editors),
        Permission.For<RetractClaim>(Editors),
        Permission.For<ReinstateClaim>(Editors),
        Permission.For<SubmitProposal>(Contributors),
        Permission.For<WithdrawProposal>(Contributors),
        Permission.For<AcceptProposal>(Editors),
        Permission.For<RejectProposal>(Editors),
        Permission.For<ListProposals>(AllButReaders),
        Permission.For<GetProposal>(AllButReaders),
        Permission.For<PlanImport>(Editors),
        Permission.For<ImportDossier>(Editors),
        Permission.For<PlanBagImport>(Editors),
        Permission.For<ImportBag>(Editors),
        Permission.For<ExportDossier>(EditorsAndAuditors),
        Permission.For<ExportBag>(EditorsAndAuditors),

        Permission.For<CaptureSource>(Editors),
        Permission.For<GetGovernance>(Auditors),
        Permission.For<SetAccess>(Administrators),
        Permission.For<PlaceHold>(Administrators),
        Permission.For<LiftHold>(Administrators),
        Permission.For<FindHoldsOver>(Auditors),
        Permission.For<ListErasures>(Auditors),
        Permission.For<AuditEvidence>(Auditors),
        Permission.For<AuditLedger>(Auditors),
        Permission.For<EraseContent>(Administrators),
        Permission.For<CarryOutErasure>(Administrators),

        Permission.For<ListActors>(Auditors),
        Permission.For<ListKeys>(Auditors),
        Permission.For<RegisterActor>(Administrators),
        Permission.For<SetActorRole>(Administrators),
        Permission.For<IssueKey>(Administrators),
        Permission.For<RevokeKey>(Administrators),
        Permission.For<WriteBackup>(Administrators),

        new(Operations.Project, null, Everybody, Anyone: true),
        new(Operations.CompareLogs, null, Auditors),
        new(Operations.Rebuild, null, Administrators),
        new(Operations.Restore, null, Administrators),
        new(Operations.CopyLog, null, Administrators),
        new(Operations.EraseFromLog, null, Administrators),
        new(Operations.ChangeLedgerKeys, null, Administrators),
        new(Operations.AcceptCosignature, null, Administrators),
        new(Operations.ActAsAnother, null, Administrators),
    ];

    private static readonly Dictionary<string, Permission> ByName = All.ToDictionary(line => line.Name, StringComparer.Ordinal);

    private static readonly Dictionary<Type, Permission> ByRequest = All.Where(line => line.Request is not null).ToDictionary(line => line.Request!);

    /// <summary>Why somebody may not do what is no request, or null where they may.</summary>
    /// <param name="operation">One of <see cref="Operations"/>.</param>
    /// <param name="role">Their role; null where they have none.</param>
    public static Refusal? WhyNot(string operation, Role? role) =>
        ByName.TryGetValue(operation, out var line) ? line.WhyNot(role) : InNoLine(operation);

    /// <summary>Why somebody may not ask this, or null where they may.</summary>
    internal static Refusal? WhyNot(Type request, Role? role) =>
        ByRequest.TryGetValue(request, out var line) ? line.WhyNot(role) : InNoLine(Permission.NameOf(request));

    private static Refusal InNoLine(string name) => new(
        NotPermitted, $"The table of permissions has no line for {name}, so nobody may do it. This is a fault of this build: please report it.");
}
