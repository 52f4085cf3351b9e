using Archive.Commands;
using Archive.Domain;

namespace Archive.Dossiers;

/// <summary>
/// Finds which items of a dossier a stream holds already: those that, decided at their place, give the events that stand there. The order is kept;
/// events that others appended in between are passed over.
/// </summary>
internal sealed class StreamMatch
{
    private readonly IReadOnlyList<PastEvent> _past;
    private readonly object?[] _before;
    private readonly ISurroundings _around;
    private readonly HashSet<Guid> _matched = [];
    private readonly HashSet<DossierItem> _there = new(ReferenceEqualityComparer.Instance);
    private int _next;

    private StreamMatch(IReadOnlyList<PastEvent> past, ISurroundings around)
    {
        (_past, _around) = (past, around);
        _before = new object?[past.Count + 1];
        for (var i = 0; i < past.Count; i++)
            _before[i + 1] = StreamFold.Evolve(_before[i], past[i].Event);
    }

    /// <summary>Whether the stream holds the item.</summary>
    public bool Holds(DossierItem item) => _there.Contains(item);

    /// <summary>Whether a command of this id is in the stream, and no item of the dossier stands for it.</summary>
    public bool HoldsOther(Guid command) => !_matched.Contains(command) && Uses(command);

    public bool Uses(Guid command) => _past.Any(past => past.Command == command);

    public bool Begun => _past.Count > 0;

    /// <summary>Of the stream as it is; -1 where it has not begun.</summary>
    public long Revision => _past.Count - 1L;

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
        for (var at = item.IsCapture ? 1 : _next; at < (item.IsFirst ? Math.Min(1, _past.Count) : _past.Count); at++)
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
        at + events.Count <= _past.Count && events.Select((happened, i) => SameEvent.Says(happened, _past[at + i].Event)).All(same => same);
}
