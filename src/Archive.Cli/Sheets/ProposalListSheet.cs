using Archive.Cli.Display;
using Archive.Reviews;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>Proposals, oldest first.</summary>
internal static class ProposalListSheet
{
    private static readonly string[] Columns = ["claim", "number", "proposes", "state", "by", "submitted", "says"];

    public static void Show(IDisplay display, ProposalList list)
    {
        display.Fields([new("as of", MomentText.Of(list.AsOf)), new("answer", list.AsOf.Final ? "final" : $"provisional; pin it with --as-of {list.AsOf.Entry}")]);
        display.Blank();
        if (list.Proposals.Items.Count > 0)
            display.Table(Columns, list.Proposals.Items.Select(proposal => Row(proposal, list.Names)));
        PageText.Show(display, list.Proposals, "proposals");
    }

    private static IReadOnlyList<IReadOnlyList<Line>> Row(ProposalView proposal, Names names) =>
    [
        [Line.Of(proposal.Claim, Tone.Id)],
        [$"{proposal.Number}"],
        [Kebab.Of(proposal.Kind)],
        [ProposalSheet.State(proposal)],
        [ActorText.Of(proposal.Submitted, names)],
        [MomentText.Recorded(proposal.Submitted.RecordedAt)],
        [proposal.Says ?? ""],
    ];
}
