using Archive.Cli.Display;
using Archive.Commands;

namespace Archive.Cli.Sheets;

/// <summary>The proof that a change took effect.</summary>
internal static class ReceiptSheet
{
    public static void Show(IDisplay display, Receipt receipt) => display.Fields(
    [
        new("changed", receipt.Events == 0 ? "nothing: it was so already" : Line.Of(receipt.Stream, Tone.Id)),
        new("revision", $"{receipt.Revision}"),
        new("events", $"{receipt.Events}"),
        new("command", Line.Of($"{receipt.CommandId}", Tone.Quiet)),
    ]);
}
