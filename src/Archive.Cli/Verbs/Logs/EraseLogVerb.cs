using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Domain.Erasures;
using Archive.LogErasures;

namespace Archive.Cli.Verbs.Logs;

internal sealed class EraseLogVerb : Verb
{
    private readonly Argument<long[]> _entries = new("entry") { Description = "Numbers of the entries whose words go.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _into = TextOption.Required("--into", "LOG", $"The log that goes on: {LogEnds.Forms}.");
    private readonly Option<string?> _from = TextOption.Of("--from", "LOG", "The log that the archive is in, named in the same way; by default the one that the settings name.");
    private readonly Option<string?> _prefix = TextOption.Of("--prefix", "PREFIX", "Of the new log's streams on EventStoreDB; by default ARCHIVE_EVENTSTORE_PREFIX.");
    private readonly Option<ErasureReason> _reason = WordOption.Required<ErasureReason>("--reason", "Why");
    private readonly Option<string> _reference = TextOption.Required("--reference", "TEXT", "By which law, order or request: a line, which stays in the log for ever.");
    private readonly Option<bool> _destroy = new("--destroy-old") { Description = "Destroy the closed logs in PostgreSQL that still have the words." };

    public EraseLogVerb() : base("erase", "Erase the words of entries from the event log itself.")
    {
        Add(_entries);
        foreach (var option in (Option[])[_into, _from, _prefix, _reason, _reference, _destroy])
            Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive log erase 57 --into postgres --reason personal-data --reference 'GDPR article 17, request 2026/14' --destroy-old",
        "archive log erase 57 61 --into eventstoredb --prefix archive-2 --reason court-order --reference 'Amtsgericht Mitte, 12 C 34/26'",
    ];

    public override IReadOnlyList<string> Notes =>
    [
        """
        What was recorded as sensitive is erased by 'archive erase', and this is not needed for it. Otherwise the log is copied with these entries' words replaced by
        their digest, the reason and the reference. Entry numbers, times, leaf hashes, proofs and snapshot digests stay the same. The read models are made anew
        without the words, and the former ones are dropped. Killed at any moment, the same command goes on.
        """,
        """
        postgres into postgres is the usual: the new log is written beside the old one and takes its place; processes go on by themselves. On EventStoreDB
        the new log needs another prefix, which every process is then started with, and the old streams are deleted and scavenged by whoever runs the server.
        """,
        """
        Without --destroy-old the closed log in PostgreSQL stays, with the words: look at the archive first, then give the same command again with --destroy-old. That cannot be
        taken back. The answer names what is out of reach. Whatever quotes the words in other entries stays: name those entries too.
        """,
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var parsed = run.Parsed;
        var erasure = new LogErasure(
            parsed.GetRequiredValue(_entries),
            parsed.GetValue(_reason),
            parsed.GetRequiredValue(_reference),
            parsed.GetValue(_from),
            parsed.GetRequiredValue(_into),
            parsed.GetValue(_prefix),
            parsed.GetValue(_destroy));
        var outcome = await run.Terminal.WithProgressAsync("Erasing", bar => run.Around.Archives.EraseFromLogAsync(erasure, new LogSteps(bar), run.Cancellation));
        return outcome is Outcome<ErasedFromLog>.Ok { Value: var erased } ? run.Answer(erased, LogSheet.Show) : run.Complain(Complaint.Of(outcome));
    }
}
