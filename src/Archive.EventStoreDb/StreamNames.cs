using System.Text.RegularExpressions;
using EventStore.Client;

namespace Archive.EventStoreDb;

/// <summary>
/// The names of a log's streams on a server that it may share: <c>PREFIX:STREAM</c>. A colon is in no prefix, so that no log's names begin with another's
/// prefix and its colon.
/// </summary>
internal sealed partial class StreamNames
{
    private readonly string _begin;

    private StreamNames(string begin) => _begin = begin;

    /// <summary>The stream of control events. No stream of the archive has this name, for all of these have a stroke in them.</summary>
    public string Control => _begin + "control";

    /// <summary>Passes what is the log's: entries and control events.</summary>
    public IEventFilter Filter => StreamFilter.Prefix(_begin);

    /// <exception cref="FormatException">The prefix is malformed.</exception>
    public static StreamNames Of(string prefix) => Form().IsMatch(prefix)
        ? new StreamNames(prefix + ":")
        : throw new FormatException($"'{prefix}' is no prefix of an event log's streams: write up to 40 small letters, digits and hyphens that begin with a letter, such as 'archive'.");

    public string ToServer(string stream) => _begin + stream;

    /// <returns>The archive's name of a stream; null where it is none of the log's, or its control stream.</returns>
    public string? ToArchive(string name) => name.StartsWith(_begin, StringComparison.Ordinal) && name != Control ? name[_begin.Length..] : null;

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.None, 1000)]
    private static partial Regex Form();
}
