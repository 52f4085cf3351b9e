using Archive.Cli.Input;
using Archive.Sources;

namespace Archive.Cli.Verbs.Sources;

internal sealed class CaptureBytesVerb() : CapturePartVerb(
    "bytes", "Write a capture's bytes, as they were when it was captured.", CapturePart.Bytes,
    new("--out") { HelpName = "FILE", Required = true, Description = "Where to; - is standard output. A file that is there is not overwritten." })
{
    public override IReadOnlyList<string> Examples =>
        ["archive source bytes tass-arrival --out page.html", "archive source bytes tass-arrival@57 9f86d081 --out - | sha256sum"];
}
