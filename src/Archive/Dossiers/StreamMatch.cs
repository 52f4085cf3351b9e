using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Reviews;

namespace Archive.Dossiers;

/// <summary>
/// Finds which items of a dossier a stream holds already: those that, decided at their place, give the events that stand there. The order is kept;
/// events that others appended in between are passed over. Proposals are not looked at: a dossier has none, and what an accepted one changed is a change
/// like any other.
/// </summary>
internal sealed class StreamMatch
{
    private readonly PastEvent[] _past;
    private readonly HashSet<Guid> _commands;
    private readonly object?[] _before;
    private readonly ISurroundings _around;
    private readonly HashSet<Guid> _matched = [];
    private readonly HashSet<DossierItem> _there = new(ReferenceEqualityComparer.Instance);
    private int _next;

    private StreamMatch(IReadOnlyList<PastEvent> past, ISurroundings around)
    {
        (_past, _around) = (past.Where(logged => logged.Event is not IProposalEvent).ToArray(), around);
        (_commands, Revision) = (past.Select(logged => logged.Command).ToHashSet(), past.Count - 1L);
        _before = new object?[_past.Length + 1];
        for (var i = 0; i < _past.Length; i++)
            _before[i + 1] = StreamFold.Evolve(_before[i], _past[i].Event);
    }

    /// <summary>Whether the stream holds the item.</summary>
    public bool Holds(DossierItem item) => _there.Contains(item);

    /// <summary>Whether a command of this id is in the stream, and no item of the dossier stands for it.</summary>
    public bool HoldsOther(Guid command) => !_matched.Contains(command) && Uses(command);

    public bool Uses(Guid command) => _commands.Contains(command);

    public bool Begun => _past.Length > 0;

    /// <summary>Of the stream as it is, with its proposals; -1 where it has not begun.</summary>
    public long Revision { get; }

    public object? State => _before[^1];

    public IArchiveEvent First => _past[0].Event;

    public static StreamMatch Of(IEnumerable<DossierItem> items, IReadOnlyList<PastEvent> past, ISurroundings around)
    {
        var match = new StreamMatch(past, around);
        foreach (var item in items)
            match.Find(item);
        return match;
    }

    private void Find(DossierItem item)
    {
        for (var at = item.IsCapture ? 1 : _next; at < (item.IsFirst ? Math.Min(1, _past.Length) : _past.Length); at++)
        {
            if ((at == 0) != item.IsFirst || Decide(item, _before[at], _around) is not { Count: > 0 } events || !StandAt(at, events))
                continue;
            if (!item.IsCapture)
                _next = at + events.Count;
            _there.Add(item);
            _matched.UnionWith(_past.Skip(at).Take(events.Count).Select(past => past.Command));
            return;
        }
    }

    /// <summary>The events that an item would give; null where it is refused.</summary>
    public static ValueList<IArchiveEvent>? Decide(DossierItem item, object? state, ISurroundings around)
    {
        var nobodys = new DossierErrors();
        return item.Compose(ShapeRules.Anybody, state, nobodys) is { } command && !nobodys.Any
            && CommandDecisions.Decide(QuotePlaces.LeaveOut(command), state, around) is Decision.Accepted accepted
            ? accepted.Events
            : null;
    }

    private bool StandAt(int at, ValueList<IArchiveEvent> events) =>
        at + events.Count <= _past.Length && events.Select((happened, i) => SameEvent.Says(happened, _past[at + i].Event)).All(same => same);
}
