using System.CommandLine;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Ledger;
using MediatR;

namespace Archive.Cli.Verbs.Ledger;

internal sealed class ListCheckpointsVerb : QueryVerb<CheckpointList>
{
    private readonly Option<long> _after = new("--after") { HelpName = "ENTRY", Description = "Only checkpoints of later entries: the last one of the page before.", CustomParser = result => WholeNumber.Read(result) ?? 0 };

    public ListCheckpointsVerb() : base("checkpoints", "List the signed checkpoints, the oldest first.") => Add(_after);

    public override IReadOnlyList<string> Examples => ["archive ledger checkpoints", "archive ledger checkpoints --after 5700 --json"];

    public override IReadOnlyList<string> Notes => ["All are kept. Not every entry has one: at most one a second is signed."];

    protected override IRequest<Outcome<CheckpointList>> Question(ParseResult parsed) => new ListCheckpoints(parsed.GetValue(_after));

    protected override void Show(IDisplay display, CheckpointList answer) => CheckpointSheet.Show(display, answer);
}
