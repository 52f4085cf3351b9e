using Archive.Cli.Display;
using Archive.Domain.Reviews;
using Archive.Reviews;

namespace Archive.Cli.Sheets;

/// <summary>A proposal, and what it would change field by field.</summary>
internal static class ProposalSheet
{
    public static void Show(IDisplay display, ProposalSnapshot shown)
    {
        var proposal = shown.Proposal;
        display.Heading($"Proposal {proposal.Number} on {proposal.Claim}: {Kebab.Of(proposal.Kind)}");
        display.Fields(
        [
            .. MomentText.Fields(shown.AsOf, proposal.Claim, shown.Digest),
            new("state", State(proposal)),
            new("submitted", EventText.Of(proposal.Submitted, shown.Names)),
            new("for editors", proposal.Words),
            .. Why(shown.Change),
            new("decided", proposal.Decided is { } decided ? EventText.Of(decided.Event, shown.Names) : null),
            new("words", proposal.Decided?.Words),
            new("acceptable", proposal.State != ProposalState.Open ? null : shown.Obstacle is { } obstacle ? Line.Of($"no: {obstacle.Message}", Tone.Bad) : Line.Of("yes", Tone.Good)),
        ]);
        display.Blank();
        if (shown.Change is null)
            display.Write("What it proposed was erased with a capture that it quotes.");
        FieldChangeText.Show(display, shown.Changes, 0);
    }

    public static Line State(ProposalView proposal) => proposal.Moves.Count > 0
        ? Line.Of($"{Kebab.Of(proposal.State)}, the claim moved", Tone.Caution)
        : Kebab.Of(proposal.State);

    private static IEnumerable<Field> Why(ProposedChange? change) => change switch
    {
        ProposedCorrection c => [new("reason", Kebab.Of(c.Reason)), new("fault", Kebab.Of(c.Fault)), new("because", c.Words), new("notice", c.Notice)],
        ProposedRetraction c => [new("reason", Kebab.Of(c.Reason)), new("because", c.Words), new("notice", c.Notice)],
        ProposedCitation c => [new("because", c.Words)],
        _ => [],
    };
}
