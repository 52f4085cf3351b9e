using Archive.Cli.Display;
using Archive.Ledger;

namespace Archive.Cli.Sheets;

/// <summary>Public keys of the ledger. A key stands on a line of its own, to be pasted.</summary>
internal static class LedgerKeySheet
{
    public static void Show(Terminal terminal, LedgerKeyList list)
    {
        var display = terminal.Display;
        display.Fields([new("log", list.Log)]);
        if (list.Keys.Count == 0)
            display.Write(Line.Of("There is no key yet: it is made when the first checkpoint is signed.", Tone.Quiet));
        foreach (var key in list.Keys)
        {
            display.Blank();
            // A display would fold it.
            terminal.Output.WriteLine(key.Key);
            display.Write(Stands(key), indent: 1);
        }
    }

    private static Line Stands(LedgerKey key) => key switch
    {
        { State: LedgerKeyState.Current } => Line.Of($"{key.Id}, current: signs since entry {key.Since}", Tone.Good),
        { State: LedgerKeyState.Retiring } => Line.Of($"{key.Id}, retiring: signs since entry {key.Since}, until it is retired (archive ledger key retire {key.Id})", Tone.Caution),
        { Until: { } until, RetiredAt: { } at } => Line.Of($"{key.Id}, retired {MomentText.Recorded(at)}{(key.Lost ? " because its file was lost" : "")}: signed from entry {key.Since} to {until}", Tone.Quiet),
        _ => Line.Of($"{key.Id}, of a log that this one goes on from: signed since entry {key.Since}", Tone.Quiet),
    };
}
