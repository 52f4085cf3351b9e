namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>
/// A page of $all. <see cref="Next"/> stands after the last event looked at and has prepare position 0, as the server's own pages do: that is how
/// a checkpoint comes to have it.
/// </summary>
internal sealed record AllPage(IReadOnlyList<DoubleEvent> Events, LogPosition Current, LogPosition Next, bool ReachedEnd, int Considered);
