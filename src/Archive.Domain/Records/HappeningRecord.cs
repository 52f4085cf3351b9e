using Archive.Domain.Access;
using Archive.Domain.Erasures;

namespace Archive.Domain.Records;

/// <summary>A record as the events up to some moment left it; its claims have streams of their own.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Governance">Who may see it, and holds on it; absent where nothing was ever decided on that.</param>
/// <param name="ErasedEvents">Events of it whose words were erased, in their order; absent where there are none.</param>
public sealed record HappeningRecord(string Id, RecordDescription Description, Governance? Governance = null, ValueList<ErasedWords>? ErasedEvents = null)
{
    /// <summary>What is left of a description whose words were erased.</summary>
    internal static readonly RecordDescription ErasedDescription = new(ErasedWords.Shown, null, null, [], null, null);

    /// <exception cref="InvalidOperationException">The event cannot follow: the stream is damaged.</exception>
    public static HappeningRecord Evolve(HappeningRecord? record, IRecordEvent happened) => (record, happened) switch
    {
        (null, RecordOpened e) => new HappeningRecord(e.Record, e.Description),
        ({ } r, RecordDescribed e) => r with { Description = e.Description },
        ({ } r, IGovernanceEvent e) => r with { Governance = Governance.Evolve(r.Governance, e) },
        (_, ErasedRecordEvent e) => Evolve(record ?? new HappeningRecord(e.Record, ErasedDescription), e),
        _ => throw new InvalidOperationException(
            $"{happened.GetType().Name} cannot follow in the stream of record {happened.Record}, which has {(record is null ? "not begun" : "begun")}."),
    };

    private static HappeningRecord Evolve(HappeningRecord record, ErasedRecordEvent erased) => record with
    {
        Description = erased.Was == typeof(RecordOpened) || erased.Was == typeof(RecordDescribed) ? ErasedDescription : record.Description,
        ErasedEvents = erased.AddTo(record.ErasedEvents),
    };
}
