using System.Collections.Concurrent;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.EventLog;

namespace Archive.Commands;

/// <summary>
/// Which streams exist. What exists never ceases to, so a yes is remembered, up to a bound; a no is asked again. The stream of a claim that is only
/// proposed counts as missing.
/// </summary>
internal sealed class StreamLookup(IEventLog log)
{
    private const int MostRemembered = 200_000;

    private readonly ConcurrentDictionary<string, bool> _begun = new(StringComparer.Ordinal);

    public async Task<KnownStreams> FindAsync(IEnumerable<string> streams, CancellationToken cancellationToken)
    {
        var asked = streams.Where(stream => !_begun.ContainsKey(stream)).Distinct(StringComparer.Ordinal).ToArray();
        if (asked.Length == 0)
            return KnownStreams.All;
        var missing = new HashSet<string>(await log.FindMissingAsync(asked, cancellationToken), StringComparer.Ordinal);
        foreach (var claim in asked.Where(stream => stream.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal) && !missing.Contains(stream)))
        {
            if ((await log.ReadStreamAsync(claim, cancellationToken)).All(logged => EventCatalogue.IsOfProposal(logged.Type)))
                missing.Add(claim);
        }

        if (_begun.Count > MostRemembered)
            _begun.Clear();
        foreach (var stream in asked.Where(stream => !missing.Contains(stream)))
            _begun[stream] = true;
        return new KnownStreams(missing);
    }
}
