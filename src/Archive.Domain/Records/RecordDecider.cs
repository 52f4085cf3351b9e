using Archive.Domain.Access;

namespace Archive.Domain.Records;

/// <summary>Decides what happens to a record. Pure; shape was checked before.</summary>
public static class RecordDecider
{
    public static Decision Open(HappeningRecord? record, string id, RecordDraft draft, string? decided, KnownStreams known)
    {
        if (record is not null)
            return Decision.Refuse("record-exists", $"Record {id} was opened before{TitleOf(record)}. To change it, describe it; to open another, give it another id.");
        return draft.TryDerive(id, known, out var description, out var refused) ? Decision.Of(new RecordOpened(id, description, decided)) : refused;
    }

    /// <summary>A refusal is told to whoever asked; a closed record's title is not for everybody.</summary>
    private static string TitleOf(HappeningRecord record) =>
        (record.Governance ?? Governance.None).AccessOf(null).Kind == AccessKind.Open ? $", as '{record.Description.Title}'" : "";

    public static Decision Describe(HappeningRecord? record, string id, RecordDraft draft, string words, string? decided, KnownStreams known)
    {
        if (record is null)
            return Decision.Refuse("record-unknown", $"There is no record {id}. 'archive records' lists those there are.");
        if (!draft.TryDerive(id, known, out var description, out var refused))
            return refused;
        return description.SaysTheSameAs(record.Description) ? Decision.Nothing : Decision.Of(new RecordDescribed(id, description, words, decided));
    }
}
