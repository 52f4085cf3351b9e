using Archive.Access;
using Archive.Citations;
using Archive.Claims;
using Archive.Cli.Display;
using Archive.Cli.Sheets;
using Archive.Domain.Access;
using Archive.Dossiers;
using Archive.Provenance;
using Archive.Records;
using Archive.Snapshots;
using MediatR;

namespace Archive.IntegrationTests.Closing;

/// <summary>Every question that can be put to the archive of the canaries, and all that is answered: as JSON, and as people read it.</summary>
internal static class Questions
{
    /// <summary>Those that the canaries are not asked by, and why.</summary>
    private static readonly IReadOnlyDictionary<Type, string> Elsewhere = new Dictionary<Type, string>
    {
        [typeof(ExportDossier)] = "writes files; has a test of its own",
        [typeof(Archive.Packages.ExportBag)] = "writes files; WithheldPackageTests asks it",
        [typeof(FindHoldsOver)] = "is for auditors and administrators, who see everything",
        [typeof(Archive.Evidence.ListErasures)] = "is for auditors and administrators, who see everything",
        [typeof(Archive.Evidence.CarryOutErasure)] = "is for administrators, who see everything",
        [typeof(Archive.Backups.WriteBackup)] = "is for administrators, who see everything",
        [typeof(ListActors)] = "tells nothing of records, claims and sources",
        [typeof(ListKeys)] = "tells nothing of records, claims and sources",
        [typeof(Archive.Ledger.ListLedgerKeys)] = "tells nothing of records, claims and sources",
        [typeof(Archive.Ledger.GetCheckpoint)] = "tells nothing of records, claims and sources",
        [typeof(Archive.Ledger.ListCheckpoints)] = "tells nothing of records, claims and sources",
        [typeof(Archive.Ledger.GetProof)] = "its file is for 'archive prove'; ProvingTests asks it of every entry",
        [typeof(Archive.Ledger.GetConsistencyProof)] = "tells nothing of records, claims and sources",
        [typeof(Archive.Publications.PublishLedger)] = "is for auditors and administrators; what it writes names nobody",
        [typeof(Archive.Projection.GetStatus)] = "tells nothing of records, claims and sources",
        [typeof(Archive.Exports.ExportRecord)] = "writes into a stream; ClosedExportTests asks it in every format",
        [typeof(Archive.LedgerAudits.AuditLedger)] = "is for auditors and administrators, who see everything",
        [typeof(Archive.Evidence.Audits.AuditEvidence)] = "is for auditors and administrators, who see everything",
        [typeof(GetEvidence)] = "what a claim lacks depends on what of it one sees, so that answers differ where no word leaks",
        [typeof(Archive.Reviews.ListProposals)] = "is not for readers, so that answers differ where no word leaks",
        [typeof(Archive.Reviews.GetProposal)] = "is not for readers, so that answers differ where no word leaks",
        [typeof(Archive.Sources.OpenCapture)] = "gives bytes; has a test of its own",
    };

    private static readonly string[] Records = ["open", "shut"];

    private static readonly string[] Claims = ["open/c1", "open/c2", "open/c3", "shut/c1"];

    private static readonly string[] Sources = ["s", "t", "u"];

    private static readonly ClaimFilter[] Filters =
    [
        ClaimFilter.None,
        new ClaimFilter(Words: CanaryArchive.Claim),
        new ClaimFilter(Words: CanaryArchive.Record),
        new ClaimFilter(Person: $"{CanaryArchive.Claim} person"),
        new ClaimFilter(Place: $"{CanaryArchive.Record}-place"),
        new ClaimFilter(Source: $"{CanaryArchive.Claim}-source"),
        new ClaimFilter(Source: "s"),
        new ClaimFilter(Kind: Domain.Claims.ClaimKind.Meeting),
        new ClaimFilter(Kind: Domain.Claims.ClaimKind.Background),
        new ClaimFilter(Status: Domain.Claims.ClaimStatus.Retracted),
        new ClaimFilter(Occurred: new OccurredFilter("2021-05-05")),
    ];

    /// <summary>Types of questions that no question here is of, and no reason is given for.</summary>
    public static IEnumerable<Type> Unasked(IEnumerable<object> asked) => typeof(Query<>).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, BaseType: { IsGenericType: true } parent } && parent.GetGenericTypeDefinition() == typeof(Query<>))
        .Except(asked.Select(question => question.GetType())).Except(Elsewhere.Keys);

    public static IEnumerable<IBaseRequest> All(AsOf asOf)
    {
        var all = new PageRequest(1, PageRequest.Largest);
        yield return new ListRecords(asOf, null, all);
        yield return new ListRecords(asOf, new OccurredFilter("2021-05-05"), all);
        foreach (var record in Records)
        {
            foreach (var filter in Filters)
            {
                yield return new GetRecord(record, asOf, filter, all);
                yield return new GetHistory(record, asOf, filter, all);
                yield return new GetDifference(record, new AsOf.Entry(30), asOf, filter);
            }

            yield return new ListRecordEntries(record, asOf);
            yield return new GetCitation(record, null, asOf);
            yield return new CheckReferences([new CitedReference(record, 1, 1), new CitedReference(record, 20, 2), new CitedReference($"{record}/c1", 20, 3)]);
            yield return new GetGovernance($"record/{record}", asOf);
        }

        foreach (var claim in Claims)
        {
            yield return new GetClaim(claim, asOf);
            yield return new GetHistory(claim, asOf, ClaimFilter.None, all);
            yield return new TraceClaim(claim, asOf);
            yield return new GetGovernance($"claim/{claim}", asOf);
        }

        foreach (var source in Sources)
        {
            yield return new GetGovernance($"source/{source}", asOf);
            yield return new Archive.Sources.GetSource(source, asOf);
            foreach (var filter in Filters)
                yield return new ListClaimsRestingOn(source, asOf, filter, all);
        }
    }

    /// <returns>Everything that is answered; what is not there says so.</returns>
    public static async Task<string> AskAsync(TestArchive archive, IBaseRequest question, Role? role) =>
        await (Task<string>)typeof(Questions).GetMethod(nameof(AnswerAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(question.GetType().BaseType!.GetGenericArguments()[0]).Invoke(null, [archive, question, role])!;

    private static async Task<string> AnswerAsync<T>(TestArchive archive, Query<T> question, Role? role) => await archive.Host.Sender.Send(question with { Asker = new Asker("a1", role) }) switch
    {
        Outcome<T>.Ok { Value: var answer } => CliJson.Of(answer, CliJson.OneLine) + "\n" + Sheet(answer!),
        Outcome<T>.NotFound { Refusal: var refusal } => refusal.Message,
        Outcome<T>.Forbidden { Refusal: var refusal } => refusal.Message,
        var other => throw new InvalidOperationException($"{question} was answered with {other}."),
    };

    private static string Sheet(object answer)
    {
        using var text = new StringWriter();
        var display = new PlainDisplay(text);
        switch (answer)
        {
            case Archive.Sources.SourceSnapshot source:
                SourceSheet.Show(display, source);
                break;
            case RecordList list:
                RecordListSheet.Show(display, list);
                break;
            case RecordSnapshot record:
                RecordSheet.Show(display, record);
                break;
            case ClaimSnapshot claim:
                ClaimSheet.Show(display, claim);
                break;
            case History history:
                HistorySheet.Show(display, history);
                break;
            case RecordDifference difference:
                DifferenceSheet.Show(display, difference);
                break;
            case ProvenanceTrail trail:
                TrailSheet.Show(display, trail);
                break;
            case RestingClaims resting:
                RestingSheet.Show(display, resting);
                break;
            case GovernanceSheet governance:
                GovernanceText.ShowAccess(display, governance);
                GovernanceText.ShowHolds(display, governance);
                break;
            case RecordCitation citation:
                text.Write(CitationLine.Of(citation));
                break;
            case ReferenceCheck check:
                foreach (var reference in check.References)
                    ReferenceSheet.Show(display, reference);
                break;
            case RecordEntries:
                break;
            default:
                throw new InvalidOperationException($"{answer.GetType().Name} has no sheet here: show it as its verb does.");
        }

        return text.ToString();
    }
}
