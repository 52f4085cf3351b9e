namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>
/// Whether an append is written, is a repeat, or is refused. With a revision it is compared with what the stream holds there; with <c>any</c> only
/// with the events the server still remembers.
/// </summary>
internal static class AppendRule
{
    /// <summary>Null when the append may be written. The order of the questions is the server's.</summary>
    public static AppendAnswer? Refuse(
        string stream, DoubleStream? state, long expected, IReadOnlyDictionary<Guid, DoubleEvent> recent, IReadOnlyList<ProposedEvent> events)
    {
        var current = state?.Last ?? -1;
        if (state is { IsTombstoned: true })
            return AppendAnswer.Deleted;
        if (expected == ExpectedRevision.StreamExists)
        {
            if (state is { IsSoftDeleted: true })
                return AppendAnswer.Deleted;
            if (current < 0)
                return AppendAnswer.Conflict(current);
        }
        if (expected is ExpectedRevision.Any or ExpectedRevision.StreamExists)
            return RepeatAnywhere(stream, current, recent, events);
        if (expected > current)
            return AppendAnswer.Conflict(current);
        return expected == current ? null : RepeatAt(state!, expected, events);
    }

    private static AppendAnswer? RepeatAnywhere(
        string stream, long current, IReadOnlyDictionary<Guid, DoubleEvent> recent, IReadOnlyList<ProposedEvent> events)
    {
        DoubleEvent? last = null;
        for (var i = 0; i < events.Count; i++)
        {
            if (!recent.TryGetValue(events[i].Id, out var stored) || stored.Stream != stream)
                return i == 0 ? null : AppendAnswer.Conflict(current);
            last = stored;
        }
        return last is null ? null : new AppendAnswer(AppendResult.Repeated, last.Revision, last.Position, current);
    }

    private static AppendAnswer? RepeatAt(DoubleStream state, long expected, IReadOnlyList<ProposedEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            var revision = expected + 1 + i;
            if (revision < state.Events.Count && state.Events[(int)revision].Id == events[i].Id)
                continue;
            return i == 0 && expected == ExpectedRevision.NoStream && state.IsSoftDeleted ? null : AppendAnswer.Conflict(state.Last);
        }
        if (events.Count == 0)
            return AppendAnswer.Conflict(state.Last);
        var last = state.Events[(int)expected + events.Count];
        return new AppendAnswer(AppendResult.Repeated, last.Revision, last.Position, state.Last);
    }
}
