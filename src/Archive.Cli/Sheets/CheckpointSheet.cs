using System.Globalization;
using Archive.Cli.Display;
using Archive.Ledger;

namespace Archive.Cli.Sheets;

/// <summary>Signed checkpoints.</summary>
internal static class CheckpointSheet
{
    private static readonly string[] Columns = ["entry", "signed", "root", "signatures"];

    public static void Show(IDisplay display, SignedCheckpoint checkpoint) => display.Fields(
    [
        new("log", checkpoint.Log),
        new("entry", checkpoint.Size.ToString(CultureInfo.InvariantCulture)),
        new("root", Line.Of(checkpoint.Root, Tone.Id)),
        new("signed", MomentText.Recorded(checkpoint.SignedAt)),
        .. checkpoint.Signatures.Select(signature => new Field("by", Text(signature))),
    ]);

    public static void Show(IDisplay display, CheckpointList list)
    {
        if (list.Checkpoints.Count == 0)
            display.Write(Line.Of("There are no more checkpoints.", Tone.Quiet));
        else
            display.Table(Columns, list.Checkpoints.Select(Row));
        if (list.Next is { } next)
            display.Write(Line.Of($"There may be more: --after {next}", Tone.Quiet));
    }

    private static IReadOnlyList<IReadOnlyList<Line>> Row(SignedCheckpoint checkpoint) =>
    [
        [checkpoint.Size.ToString(CultureInfo.InvariantCulture)],
        [MomentText.Recorded(checkpoint.SignedAt)],
        [Line.Of(checkpoint.Root[..16] + "…", Tone.Id)],
        [.. checkpoint.Signatures.Select(signature => (Line)Text(signature))],
    ];

    private static string Text(CheckpointSignature signature) => $"{signature.Name} ({signature.Id})";
}
