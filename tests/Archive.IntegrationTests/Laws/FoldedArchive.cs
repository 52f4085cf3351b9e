using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.EventLog;

namespace Archive.IntegrationTests.Laws;

/// <summary>The archive as a plain fold of events in memory: what the read models as of an entry must equal.</summary>
internal sealed class FoldedArchive
{
    private readonly SortedDictionary<string, object> _states = new(StringComparer.Ordinal);

    public void Fold(LoggedEvent logged)
    {
        var before = _states.GetValueOrDefault(logged.Stream);
        _states[logged.Stream] = logged.Happened() switch
        {
            IRecordEvent e when logged.Stream.StartsWith(StreamName.RecordPrefix, StringComparison.Ordinal) => HappeningRecord.Evolve((HappeningRecord?)before, e),
            IAuthorityEvent e => Authority.Evolve((Authority?)before, e),
            ISourceEvent e when logged.Stream.StartsWith(StreamName.SourcePrefix, StringComparison.Ordinal) => Source.Evolve((Source?)before, e),
            IClaimEvent e => Claim.Evolve((Claim?)before, e),
            IActorEvent e => Actor.Evolve((Actor?)before, e),
            IKeyEvent e => ApiKey.Evolve((ApiKey?)before, e),
            var other => throw new InvalidOperationException($"{other} has no fold."),
        };
    }

    /// <summary>All states, as JSON by the names of their streams.</summary>
    public string ToJson() => ToJson(_states.Select(pair => (pair.Key, pair.Value)));

    public static string ToJson(IEnumerable<(string Stream, object State)> states) => new JsonObject(states
        .OrderBy(state => state.Stream, StringComparer.Ordinal)
        .Select(state => KeyValuePair.Create(state.Stream, JsonSerializer.SerializeToNode(state.State, state.State.GetType(), ArchiveJson.Options))))
        .ToJsonString(ArchiveJson.Options);
}
