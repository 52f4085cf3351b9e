using System.Text;
using System.Text.Json;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.Domain.Records;
using Archive.Domain.Sources;

namespace Archive.Domain.Packages;

/// <summary>The states of the streams that a record reaches, folded from their events, without the words that these keep by reference.</summary>
public sealed class SnapshotStates
{
    private readonly SortedDictionary<string, object> _states = new(StringComparer.Ordinal);

    /// <summary>Takes the next event of its stream.</summary>
    /// <exception cref="ArgumentException">It is in no stream that a record reaches, or does not follow.</exception>
    public void Evolve(string stream, IArchiveEvent happened) => _states[stream] = Evolve(stream, _states.GetValueOrDefault(stream), happened);

    /// <summary>Canonical JSON of <c>{v: 1, log, record, entry, states}</c>, with the states by the names of their streams, a part at a time.</summary>
    public IEnumerable<(string? Stream, byte[] Bytes)> ToJson(string log, string record, long entry)
    {
        yield return (null, Encoding.UTF8.GetBytes($$"""{"entry":{{entry}},"log":{{Quoted(log)}},"record":{{Quoted(record)}},"states":{"""));
        var isFirst = true;
        foreach (var (stream, state) in _states)
        {
            var json = CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(state, state.GetType(), ArchiveJson.Options));
            yield return (stream, [.. Encoding.UTF8.GetBytes($"{(isFirst ? "" : ",")}{Quoted(stream)}:"), .. json]);
            isFirst = false;
        }

        yield return (null, "},\"v\":1}"u8.ToArray());
    }

    private static string Quoted(string text) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(text, ArchiveJson.Options)));

    private static object Evolve(string stream, object? state, IArchiveEvent happened) => (stream[..(stream.IndexOf('/', StringComparison.Ordinal) + 1)], happened) switch
    {
        (StreamName.RecordPrefix, IRecordEvent e) => HappeningRecord.Evolve((HappeningRecord?)state, e),
        (StreamName.ClaimPrefix, IClaimEvent e) => Claim.Evolve((Claim?)state, e),
        (StreamName.SourcePrefix, ISourceEvent e) => Source.Evolve((Source?)state, e),
        (StreamName.AuthorityPrefix, IAuthorityEvent e) => Authority.Evolve((Authority?)state, e),
        _ => throw new ArgumentException($"{happened.GetType().Name} is no event of the stream {stream}.", nameof(happened)),
    };
}
