using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Projection;
using MediatR;

namespace Archive.Cli.Verbs;

internal sealed class StatusVerb : QueryVerb<ArchiveStatus>
{
    private readonly Option<bool> _check = new("--check") { Description = "End with exit code 3 unless the archive is ready: for health checks." };

    public StatusVerb() : base("status", "Tell how far the archive has come: the last entry, the lag of the read models, who projects, and whether it is ready.") =>
        Add(_check);

    public override IReadOnlyList<string> Examples => ["archive status", "archive status --json", "archive status --check"];

    public override IReadOnlyList<string> Notes =>
    [
        """
        Not ready is an archive in which something is wrong that a person has to mend: the projector has stopped at an entry, a clock is off. It says
        what and why. The exit code is 3 where the projector has stopped, and with --check wherever it is not ready.
        """,
    ];

    protected override Freshness Freshness => Freshness.AsProjected;

    protected override IRequest<Outcome<ArchiveStatus>> Question(ParseResult parsed) => new GetStatus();

    protected override void Show(IDisplay display, ArchiveStatus answer) => StatusSheet.Show(display, answer);

    protected override int Answered(Invocation run, ArchiveStatus answer)
    {
        var code = base.Answered(run, answer);
        var isWell = run.Parsed.GetValue(_check) ? answer.Ready : answer.Stopped is null;
        return isWell ? code : ExitCode.Outage;
    }
}
