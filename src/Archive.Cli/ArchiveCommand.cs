using System.CommandLine;
using System.CommandLine.Help;
using Archive.Cli.Verbs;
using Archive.Cli.Verbs.Access;
using Archive.Cli.Verbs.Authorities;
using Archive.Cli.Verbs.Backups;
using Archive.Cli.Verbs.Citations;
using Archive.Cli.Verbs.Claims;
using Archive.Cli.Verbs.Dossiers;
using Archive.Cli.Verbs.Erasures;
using Archive.Cli.Verbs.Evidence;
using Archive.Cli.Verbs.Ledger;
using Archive.Cli.Verbs.Logs;
using Archive.Cli.Verbs.Neutral;
using Archive.Cli.Verbs.Publications;
using Archive.Cli.Verbs.Records;
using Archive.Cli.Verbs.Reviews;
using Archive.Cli.Verbs.Sources;

namespace Archive.Cli;

/// <summary>The command <c>archive</c> with all its verbs.</summary>
internal sealed class ArchiveCommand : Command
{
    public const string JsonName = "--json";

    private const string About = """
        An archive of attributed claims, as it stands and as it stood.

        Every change is an entry in one ledger: 1, 2, 3, … As-of means recorded time: what the archive held after an entry (57) or at a time
        (2026-11-24T09:30:00Z), whatever was learnt since. It never means the time of the facts: for that, see --on.
        """;

    private readonly Option<bool> _json = new(JsonName)
    {
        Description = "Answer in JSON, in the stable shape that docs/cli.md documents; errors are JSON on standard error.",
        Recursive = true,
    };

    public ArchiveCommand(Surroundings around) : base("archive", About)
    {
        Add(_json);
        Add(new HelpOption());
        Add(new VersionOption());
        Add(new ImportVerb());
        Add(new ListRecordsVerb());
        Add(new ShowVerb());
        Add(new ClaimVerb());
        Add(new Topic("propose", "Propose changes, for others to decide.")
        {
            new ProposeCorrectionVerb(), new ProposeRetractionVerb(), new ProposeCitationVerb(), new ProposeClaimVerb(),
        });
        Add(new Topic("proposal", "Look at what was proposed, and decide it.")
        {
            new ListProposalsVerb(), new ShowProposalVerb(), new AcceptProposalVerb(), new RejectProposalVerb(), new WithdrawProposalVerb(),
        });
        Add(new HistoryVerb());
        Add(new DiffVerb());
        Add(new TraceVerb());
        Add(new RestsOnVerb());
        Add(new EvidenceVerb());
        Add(new ExportRecordVerb());
        Add(new Topic("record", "Change records.") { new OpenRecordVerb() });
        Add(new Topic("source", "Change sources, capture them, and get captures back.")
        {
            new AddSourceVerb(), new RateSourceVerb(), new CaptureSourceVerb(), new ShowSourceVerb(), new CaptureBytesVerb(), new CaptureTextVerb(),
        });
        Add(new Topic("authority", "Change authorities: people, organisations and places that claims name.") { new AddAuthorityVerb() });
        Add(new Topic("access", "Say who may see what, and show it.") { new SetAccessVerb(), new ShowAccessVerb() });
        Add(new Topic("hold", "Keep things from being erased.") { new PlaceHoldVerb(), new LiftHoldVerb(), new ListHoldsVerb() });
        Add(new Topic("dossier", "Write dossiers.") { new ExportVerb() });
        Add(new Topic("actor", "Say who works in the archive, and what they may do.") { new AddActorVerb(), new SetActorRoleVerb(), new ListActorsVerb() });
        Add(new Topic("key", "Issue and revoke API keys.") { new IssueKeyVerb(), new RevokeKeyVerb(), new ListKeysVerb() });
        Add(new EraseVerb());
        Add(new ListErasuresVerb());
        Add(new Topic("audit", "Check that what the archive holds is what was recorded.") { new AuditEvidenceVerb(), new AuditLedgerVerb() });
        Add(new Topic("ledger", "The ledger that anyone can check: its keys, its checkpoints, who witnessed them; publish it, witness another's, check proofs.")
        {
            new LedgerKeyVerb(), new CheckpointVerb(), new ListCheckpointsVerb(), new AcceptCosignatureVerb(),
            new PublishVerb(), new WatchVerb(), new CosignVerb(), new VerifyInclusionVerb(), new VerifyConsistencyVerb(),
        });
        Add(new StatusVerb());
        Add(new ProjectVerb());
        Add(new RebuildVerb());
        Add(new BackupVerb());
        Add(new RestoreVerb());
        Add(new Topic("log", "Move the archive to another event log, compare two, and erase from one.") { new CopyLogVerb(), new CompareLogsVerb(), new EraseLogVerb() });
        Add(new StopVerb());
        Add(new CitationVerb());
        Add(new CheckVerb());
        Add(new ProveVerb());
        Add(new VerifyVerb());
        Add(new Topic("edtf", "Dates in EDTF (Library of Congress, 2019).") { new CheckEdtfVerb() });
        Add(new Topic("bag", "Bags in BagIt (RFC 8493), whoever made them.") { new ValidateBagVerb() });
        Add(new CanonicalizeVerb());
        Add(new AnchorVerb());
        Add(new Topic("checkpoint", "Signed heads of logs (C2SP tlog-checkpoint).") { new VerifyCheckpointVerb() });
        Attach(this, around);
        foreach (var help in Options.OfType<HelpOption>())
            help.Action = new TeachingHelp((HelpAction)help.Action!);
    }

    private void Attach(Command command, Surroundings around)
    {
        if (command is Verb verb)
            verb.SetAction((parsed, cancellation) => verb.RunAsync(new Invocation(parsed, around, parsed.GetValue(_json), cancellation)));
        foreach (var child in command.Subcommands)
            Attach(child, around);
    }
}
