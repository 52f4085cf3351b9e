using System.Text;
using Archive.Cli.Complaints;

namespace Archive.Cli.Verbs.Citations;

/// <summary>
/// Text that is looked through for references. A word processor's file, a PDF or text in UTF-16 without its mark would seem to have none, and whoever reads
/// "no reference" would take it for "nothing has changed": no text has the character NUL, and nearly all of these do.
/// </summary>
internal sealed class PlainText(string name, Stream stream, bool leaveOpen) : StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: -1, leaveOpen)
{
    /// <exception cref="UsageException">It is no text.</exception>
    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        return buffer.Span[..read].Contains('\0') ? throw new UsageException($"{name} is no plain text: save or export it as text in UTF-8, and check that.") : read;
    }
}
