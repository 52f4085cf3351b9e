namespace Archive.Domain.Records;

/// <summary>A record as the events up to some moment left it; its claims have streams of their own.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Description">What it is about.</param>
public sealed record HappeningRecord(string Id, RecordDescription Description)
{
    /// <exception cref="InvalidOperationException">The event cannot follow: the stream is damaged.</exception>
    public static HappeningRecord Evolve(HappeningRecord? record, IRecordEvent happened) => (record, happened) switch
    {
        (null, RecordOpened e) => new HappeningRecord(e.Record, e.Description),
        ({ } r, RecordDescribed e) => r with { Description = e.Description },
        _ => throw new InvalidOperationException(
            $"{happened.GetType().Name} cannot follow in the stream of record {happened.Record}, which has {(record is null ? "not begun" : "begun")}."),
    };
}
