using System.CommandLine;
using Archive.Access;
using Archive.Cli.Input;
using Archive.Commands;

namespace Archive.Cli.Verbs.Access;

internal sealed class PlaceHoldVerb : GovernanceVerb
{
    private readonly Option<string> _basis = TextOption.Required("--basis", "TEXT", "The legal basis: the law, order or contract.");
    private readonly Option<string?> _capture = CaptureOption();

    public PlaceHoldVerb() : base("place", "Place a hold: nothing under it may be erased while it is in force.") => AddOptions(_basis, _capture);

    public override IReadOnlyList<string> Examples =>
        ["archive hold place visit-2023 --basis 'Order of the district court of 3 November 2026' --words 'To be kept until the case is decided'"];

    public override IReadOnlyList<string> Notes =>
    [
        "A hold on a record covers its claims and the captures that they cite, one on a claim the captures that it cites, one on a source its captures.",
        .. base.Notes,
    ];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string subject, string words, string? decided) =>
        new PlaceHold(context, subject, parsed.GetRequiredValue(_basis), words, parsed.GetValue(_capture), decided);
}
