using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Sources;

namespace Archive.Cli.Verbs.Sources;

internal sealed class CaptureTextVerb() : CapturePartVerb(
    "text", "Write the text that was taken out of a capture, in UTF-8. Positions of quotes count its code points.", CapturePart.Text,
    TextOption.Of("--out", "FILE", "Where to; standard output where nothing is said. A file that is there is not overwritten."))
{
    public override IReadOnlyList<string> Examples => ["archive source text tass-arrival | less", "archive source text tass-arrival@57 9f86d081 --out page.txt"];

    /// <summary>A terminal obeys what is written to it, and the text is a stranger's.</summary>
    protected override async Task WriteAsync(Invocation run, Stream bytes)
    {
        if (!run.Terminal.ForPeople)
        {
            await base.WriteAsync(run, bytes);
            return;
        }

        using var reader = new StreamReader(bytes);
        await run.Terminal.Output.WriteLineAsync(SafeText.Lines(await reader.ReadToEndAsync(run.Cancellation)).AsMemory(), run.Cancellation);
    }
}
