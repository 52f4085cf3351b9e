using System.Globalization;
using Archive.Cli.Display;
using Archive.Cli.Verbs.Ledger;

namespace Archive.Cli.Sheets;

/// <summary>Proofs that were written, and what verifying one came to.</summary>
internal static class ProofSheet
{
    public static void Show(IDisplay display, ProofAnswer proof)
    {
        display.Heading($"Proof of {proof.Claim ?? string.Join(", ", proof.Entries.Select(entry => $"entry {entry.Entry}"))}");
        display.Fields(
        [
            new("file", proof.Path),
            new("log", proof.Log),
            new("checkpoint", $"entry {proof.Size.ToString(CultureInfo.InvariantCulture)}, root {proof.Root}"),
            new("as of", MomentText.Of(proof.AsOf)),
        ]);
        display.Table(
            ["entry", "recorded", "event", ""],
            proof.Entries.Select(entry => (IReadOnlyList<IReadOnlyList<Line>>)
            [
                [Line.Of(entry.Entry.ToString(CultureInfo.InvariantCulture), Tone.Strong)],
                [MomentText.Recorded(entry.RecordedAt)],
                [entry.Type],
                [entry.Withheld ? Line.Of("withheld: the leaf alone", Tone.Caution) : entry.Erased ? Line.Of("erased", Tone.Caution) : Line.Empty],
            ]));
        display.Write($"Check it with: archive verify {proof.Path} --key KEY");
    }

    public static void Show(IDisplay display, ConsistencyAnswer proof)
    {
        display.Heading($"Proof that {proof.Log} goes on");
        display.Fields(
        [
            new("file", proof.Path),
            new("from", $"entry {proof.From.ToString(CultureInfo.InvariantCulture)}"),
            new("to", $"entry {proof.To.ToString(CultureInfo.InvariantCulture)}"),
        ]);
        display.Write($"Check it with: archive verify {proof.Path} --key KEY");
    }

    public static void Show(IDisplay display, VerifyAnswer answer)
    {
        display.Heading([new Span(answer.Valid ? "valid  " : "invalid  ", answer.Valid ? Tone.Good : Tone.Bad), answer.Path]);
        foreach (var proved in answer.Proved)
            display.Write(proved);
        foreach (var failure in answer.Verdict.Failures)
            display.Write([new Span(failure.Check, Tone.Bad), $" ({failure.Where}): {failure.Message}"]);
        if (!answer.Valid)
            return;
        display.Blank();
        display.Write("What it cannot know:");
        foreach (var unknown in answer.Verdict.Unknown)
            display.Write(unknown, indent: 1);
    }
}
