using System.CommandLine;
using Archive.Access;
using Archive.Commands;

namespace Archive.Cli.Verbs.Access;

internal sealed class LiftHoldVerb : GovernanceVerb
{
    private readonly Argument<int> _number = new("NUMBER") { Description = "Number of the hold; 'archive hold list SUBJECT' shows it." };

    public LiftHoldVerb() : base("lift", "Lift a hold.")
    {
        Add(_number);
        AddOptions();
    }

    public override IReadOnlyList<string> Examples => ["archive hold lift visit-2023 1 --words 'The case was decided'"];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string subject, string words, string? decided) =>
        new LiftHold(context, subject, parsed.GetValue(_number), words, decided);
}
