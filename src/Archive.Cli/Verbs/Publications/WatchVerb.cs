using System.CommandLine;
using System.Globalization;
using System.Text;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Cli.Verbs.Records;
using Archive.Publications;

namespace Archive.Cli.Verbs.Publications;

internal sealed class WatchVerb : Verb
{
    private readonly Argument<string> _place = new("URL|DIR") { Description = "Where the log is published: an address (http or https), or a folder." };
    private readonly Option<int> _every = new("--every") { HelpName = "SECONDS", Description = "How long to wait between looks.", DefaultValueFactory = _ => 60 };
    private readonly Option<int> _timeout = new("--timeout") { HelpName = "SECONDS", Description = "How long one file may take to arrive.", DefaultValueFactory = _ => 30 };
    private readonly Option<bool> _once = new("--once") { Description = "Look once, and end." };
    private readonly Option<string?> _out = TextOption.Of("--out", "FILE", "Write the latest checkpoint seen, with the witness's signature where it has a key, into this file.");
    private readonly WitnessOptions _witness = new();

    public WatchVerb() : base("watch", "Watch another's published log as a witness: that it only ever grows, and shows everybody the same.")
    {
        Add(_place);
        _witness.AddTo(this);
        Add(_every);
        Add(_timeout);
        Add(_once);
        Add(_out);
        _every.Validators.Add(result => AtLeastOne(result, _every));
        _timeout.Validators.Add(result => AtLeastOne(result, _timeout));
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive ledger watch https://archive.example/log/ --log-key log.pub --state seen",
        "archive ledger watch https://archive.example/log/ --log-key log.pub --state seen --key witness.key --out cosigned --every 300",
        "archive ledger watch /srv/www/log --log-key log.pub --state seen --once --json",
    ];

    public override IReadOnlyList<string> Notes =>
    [
        """
        For a second party, on a machine of its own: no archive and no database is needed. Each look reads the checkpoint, checks the log's signature, reads the few tiles that
        show whether it goes on from the largest checkpoint seen before, remembers it in --state, and with --key signs it.
        """,
        """
        It ends with 1, and says why, where the log shows two histories, fewer entries than before, tiles of another tree or a wrong signature; the two
        signed checkpoints that prove it are kept in --state. Where the log cannot be read it tries again; with --once it ends with 3. Ctrl-C ends it. See docs/published-log.md.
        """,
    ];

    public override Task<int> RunAsync(Invocation run) => _witness.WithWitnessAsync(run, mustSign: false, async witness =>
    {
        using var log = Open(run);
        var once = run.Parsed.GetValue(_once);
        while (true)
        {
            try
            {
                var outcome = await witness.LookAsync(log, run.Cancellation);
                if (outcome is not Outcome<WitnessedCheckpoint>.Ok { Value: var seen })
                    return run.Complain(Complaint.Of(outcome));
                if (run.Parsed.GetValue(_out) is { } path)
                    await ExportFile.WriteAsync(path, Encoding.UTF8.GetBytes(seen.Note), run.Cancellation);
                Tell(run, seen);
            }
            catch (PublishedLogAwayException away)
            {
                if (once)
                    return run.Complain(new Complaint(ComplaintKind.Outage, "published-log-away", away.Message));
                run.Terminal.Say($"{Now()}  {away.Message} Trying again in {run.Parsed.GetValue(_every)} s.");
                await run.Terminal.FlushAsync();
            }

            if (once)
                return ExitCode.Ok;
            await Task.Delay(TimeSpan.FromSeconds(run.Parsed.GetValue(_every)), TimeProvider.System, run.Cancellation);
        }
    });

    private IPublishedLog Open(Invocation run)
    {
        var place = run.Parsed.GetRequiredValue(_place);
        if (place.Contains("://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(place, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
                ? new PublishedSite(address, TimeSpan.FromSeconds(run.Parsed.GetValue(_timeout)))
                : throw new UsageException($"'{place}' is no address of http or https.");
        }

        return Directory.Exists(place) ? new PublishedFolder(place) : throw new UsageException($"There is no folder {place}. Name a folder, or an address that begins with https:// or http://.");
    }

    private static void Tell(Invocation run, WitnessedCheckpoint seen)
    {
        if (run.AsJson)
        {
            run.Terminal.Output.WriteLine(CliJson.Of(seen, CliJson.OneLine));
        }
        else
        {
            run.Display.Write(
            [
                $"{MomentText.Recorded(seen.SeenAt)} (UTC)  ",
                new Span(seen.Log, Tone.Strong),
                $"  entries 1 to {seen.Size}, root {seen.Root}  ",
                new Span(seen.FormerSize is not { } former ? "first sight" : seen.IsNew ? $"goes on from entry {former}" : "nothing new", Tone.Good),
                seen.Witness is null ? "" : $", cosigned by {seen.Witness}",
            ]);
        }

        run.Terminal.Output.Flush();
    }

    private static string Now() => MomentText.Recorded(TimeProvider.System.GetUtcNow()) + " (UTC)";

    private static void AtLeastOne(System.CommandLine.Parsing.OptionResult result, Option<int> option)
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds) && seconds is < 1 or > 86_400)
            result.AddError($"{option.Name} is a number of seconds, from 1 to 86400.");
    }
}
