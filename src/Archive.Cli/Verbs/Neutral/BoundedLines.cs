using System.Runtime.CompilerServices;
using System.Text;

namespace Archive.Cli.Verbs.Neutral;

/// <summary>Lines of a batch, each up to a length; of a longer one only that it is.</summary>
internal static class BoundedLines
{
    /// <summary>In UTF-16 units.</summary>
    public const int Longest = 64 * 1024 * 1024;

    /// <returns>The lines without their ends; null for one that is longer.</returns>
    public static async IAsyncEnumerable<string?> ReadAsync(TextReader reader, int longest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (line, isTooLong, buffer) = (new StringBuilder(), false, new char[16 * 1024]);
        for (int read; (read = await reader.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            var start = 0;
            for (int end; (end = Array.IndexOf(buffer, '\n', start, read - start)) >= 0; start = end + 1)
            {
                Take(buffer.AsSpan(start, end - start));
                yield return Taken();
            }

            Take(buffer.AsSpan(start, read - start));
        }

        if (line.Length > 0 || isTooLong)
            yield return Taken();

        void Take(ReadOnlySpan<char> part)
        {
            isTooLong |= line.Length + part.Length > longest;
            if (isTooLong)
                line.Clear();
            else
                line.Append(part);
        }

        string? Taken()
        {
            var taken = isTooLong ? null : line.ToString().TrimEnd('\r');
            line.Clear();
            isTooLong = false;
            return taken;
        }
    }
}
