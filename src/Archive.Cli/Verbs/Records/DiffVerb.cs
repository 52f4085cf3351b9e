using System.CommandLine;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Snapshots;
using MediatR;

namespace Archive.Cli.Verbs.Records;

internal sealed class DiffVerb : QueryVerb<RecordDifference>
{
    private readonly Argument<string> _record = new("RECORD") { Description = "Id of the record." };
    private readonly Option<AsOf?> _from = AsOfOption.Create("--from", "The one entry or time of the archive's own history.");
    private readonly Option<AsOf?> _to = AsOfOption.Create("--to", "The other; as things stand where nothing is said.");
    private readonly FilterOptions _filter = new();

    public DiffVerb() : base("diff", "Tell what differs between a record at one moment of the archive's history and at another.")
    {
        _from.Required = true;
        Add(_record);
        Add(_from);
        Add(_to);
        _filter.AddTo(this);
    }

    public override IReadOnlyList<string> Examples =>
        ["archive diff visit-2023 --from 133 --to 144", "archive diff visit-2023 --from 2026-11-24T09:30:00Z", "archive diff visit-2023 --from 133 --kind arrival"];

    public override IReadOnlyList<string> Notes => [AsOfNote, OnNote];

    protected override IRequest<Outcome<RecordDifference>> Question(ParseResult parsed) => new GetDifference(
        parsed.GetRequiredValue(_record), parsed.GetValue(_from)!, parsed.GetValue(_to) ?? AsOf.Latest, _filter.Read(parsed));

    protected override string? Asked(ParseResult parsed) => parsed.GetValue(_record);

    protected override void Show(IDisplay display, RecordDifference answer) => DifferenceSheet.Show(display, answer);
}
