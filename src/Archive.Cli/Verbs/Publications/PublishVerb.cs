using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Publications;

namespace Archive.Cli.Verbs.Publications;

internal sealed class PublishVerb : Verb
{
    private readonly Argument<string> _folder = new("DIR") { Description = "The folder: new, empty, or one that this log was published in." };
    private readonly Option<bool> _again = new("--again") { Description = "Write everything anew, also what is there: after files of it were lost." };

    public PublishVerb() : base("publish", "Write the log into a folder as others' monitors read it: checkpoint, tiles and leaf data, which name nobody (C2SP tlog-tiles).")
    {
        Add(_folder);
        Add(_again);
    }

    public override IReadOnlyList<string> Examples => ["archive ledger publish /srv/www/log", "archive ledger publish /srv/www/log --json"];

    public override IReadOnlyList<string> Notes =>
    [
        """
        Any web server can serve the folder as it is. Only what is new since the checkpoint that stands there is written, after the ledger was found to go on
        from it; the checkpoint comes last. Stopped half-way, the same command goes on. Run it as often as you like, from a timer.
        """,
        "A folder with another log, or with a checkpoint that this ledger does not go on from, is left as it is. For auditors and administrators. See docs/published-log.md.",
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var (folder, again) = (run.Parsed.GetRequiredValue(_folder), run.Parsed.GetValue(_again));
        await using var archive = await run.OpenAsync(Freshness.AsFarAsPossible);
        var outcome = await run.Terminal.WithProgressAsync("Publishing", bar => archive.AskAsync(new PublishLedger(folder, again, bar), run.Cancellation));
        return outcome is Outcome<PublishedLedger>.Ok { Value: var published } ? run.Answer(published, PublicationSheet.Show) : run.Complain(Complaint.Of(outcome));
    }
}
