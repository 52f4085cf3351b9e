using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Projection;
using MediatR;

namespace Archive.Cli.Verbs;

internal sealed class StatusVerb() : QueryVerb<ArchiveStatus>("status", "Tell how far the archive has come: the last entry, the lag of the read models, who projects.")
{
    public override IReadOnlyList<string> Examples => ["archive status", "archive status --json"];

    public override IReadOnlyList<string> Notes => ["Where the projector has stopped, it says at which entry and why, and the exit code is 3."];

    protected override Freshness Freshness => Freshness.AsProjected;

    protected override IRequest<Outcome<ArchiveStatus>> Question(ParseResult parsed) => new GetStatus();

    protected override void Show(IDisplay display, ArchiveStatus answer) => StatusSheet.Show(display, answer);

    protected override int Answered(Invocation run, ArchiveStatus answer)
    {
        var code = base.Answered(run, answer);
        return answer.Stopped is null ? code : ExitCode.Outage;
    }
}
