using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Archive.Access;
using Archive.Backups;
using Archive.Citations;
using Archive.Claims;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Verbs;
using Archive.Cli.Verbs.Access;
using Archive.Cli.Verbs.Citations;
using Archive.Cli.Verbs.Ledger;
using Archive.Cli.Verbs.Neutral;
using Archive.Cli.Verbs.Sources;
using Archive.Cli.Verbs.Publications;
using Archive.Commands;
using Archive.Dossiers;
using Archive.Evidence;
using Archive.Evidence.Audits;
using Archive.LedgerAudits;
using Archive.Exports;
using Archive.Ledger;
using Archive.LogCopies;
using Archive.LogErasures;
using Archive.Packages;
using Archive.Projection;
using Archive.Provenance;
using Archive.Publications;
using Archive.Records;
using Archive.Reviews;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.Tests.Cli;

/// <summary>Each JSON example of docs/cli.md names the type of its answer; a member that is renamed or taken away fails here.</summary>
public sealed partial class DocumentedJsonTests
{
    private static readonly Dictionary<string, Type> Answers = new[]
    {
        typeof(RecordList),
        typeof(RecordSnapshot),
        typeof(ClaimSnapshot),
        typeof(History),
        typeof(RecordDifference),
        typeof(ProvenanceTrail),
        typeof(RestingClaims),
        typeof(SourceSnapshot),
        typeof(CapturedAnswer),
        typeof(WrittenPart),
        typeof(ArchiveStatus),
        typeof(Receipt),
        typeof(ImportPlan),
        typeof(ImportResult),
        typeof(ExportedDossier),
        typeof(RebuildResult),
        typeof(WrittenBackup),
        typeof(RestoredArchive),
        typeof(CopiedLog),
        typeof(ComparedLogs),
        typeof(ProjectorNews),
        typeof(StopAnswer),
        typeof(EdtfAnswer),
        typeof(CanonicalAnswer),
        typeof(ErrorAnswer),
        typeof(ActorList),
        typeof(IssuedKey),
        typeof(KeyList),
        typeof(ErasureRecord),
        typeof(ErasureList),
        typeof(GovernanceSheet),
        typeof(ProposalList),
        typeof(ProposalSnapshot),
        typeof(ErasedFromLog),
        typeof(RecordEvidence),
        typeof(ExportedRecord),
        typeof(RecordCitation),
        typeof(CheckedReference),
        typeof(CheckSummary),
        typeof(ProofAnswer),
        typeof(ConsistencyAnswer),
        typeof(VerifyAnswer),
        typeof(AnchorAnswer),
        typeof(BagAnswer),
        typeof(PackageAnswer),
        typeof(ExportedBag),
        typeof(ImportedBag),
        typeof(EvidenceAudit),
        typeof(LedgerAudit),
        typeof(CheckedProof),
        typeof(CheckpointAnswer),
        typeof(PublishedLedger),
        typeof(WitnessedCheckpoint),
        typeof(WitnessKey),
        typeof(LedgerKeyList),
        typeof(SignedCheckpoint),
        typeof(CheckpointList),
    }.ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (Match match in Fence().Matches(File.ReadAllText(RepositoryRoot.File("docs", "cli.md"))))
            examples.Add(match.Groups["type"].Value, match.Groups["json"].Value);
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_has_the_shape_of_the_answer(string type, string json)
    {
        var answer = JsonSerializer.Deserialize(json, Answers[type], CliJson.OneLine);

        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(answer, Answers[type], CliJson.OneLine), JsonNode.Parse(json)).ShouldBeTrue();
    }

    [Fact]
    public void Every_answer_has_an_example() => Answers.Keys.Except(Examples().Select(row => row.Data.Item1), StringComparer.Ordinal).ShouldBeEmpty();

    [GeneratedRegex("```json (?<type>\\w+)\\n(?<json>.*?)\\n```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
