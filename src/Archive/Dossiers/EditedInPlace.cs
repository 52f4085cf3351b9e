using Archive.Domain;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;

namespace Archive.Dossiers;

/// <summary>Says what to do about a first version that differs from the one in the archive: the change that would say so, ready to paste.</summary>
internal static class EditedInPlace
{
    public static string Explain(DossierItem item, StreamMatch match, ISurroundings around, string record)
    {
        var what = item.Stream.Replace($"claim/{record}/", "claim ", StringComparison.Ordinal).Replace('/', ' ');
        var change = StreamMatch.Decide(item, null, around) is [var edited, ..] ? Change(match.First, edited, match.State, record) : null;
        return change is null
            ? $"The archive holds another first version of {what}, and what differs cannot be changed. Put it back as it was."
            : $"The archive holds another first version of {what}: it was edited in place. Put it back as it was, and add at the end of 'changes':\n\n{YamlText.WriteItems([change], 2)}";
    }

    private static MapNode? Change(IArchiveEvent recorded, IArchiveEvent edited, object? now, string record) => (recorded, edited) switch
    {
        (ClaimRecorded before, ClaimRecorded after) when before.Content.Particulars.Kind == after.Content.Particulars.Kind
            => Correction(before, after, now as Claim, record),
        (AuthorityEstablished before, AuthorityEstablished after) when before.Kind == after.Kind
            => Description($"authority/{after.Authority}", AuthorityFields.Write(before.Description), AuthorityFields.Write(after.Description)),
        (SourceRegistered before, SourceRegistered after)
            => Description($"source/{after.Source}", SourceFields.Write(before.Description), SourceFields.Write(after.Description)),
        (RecordOpened before, RecordOpened after)
            => Description($"record/{after.Record}", RecordFields.Write(before.Description), RecordFields.Write(after.Description)),
        _ => null,
    };

    /// <summary>Citations that were not edited are those that hold now.</summary>
    private static MapNode? Correction(ClaimRecorded before, ClaimRecorded after, Claim? now, string record)
    {
        var set = NodeDifference.Between(ClaimFields.Write(record, before.Content), ClaimFields.Write(record, after.Content));
        if (set.Fields.Count == 0 && before.Citations == after.Citations)
            return null;
        return MapNode.Of(
            MapField.Of("correct", ArchiveId.LocalOf(after.Claim)),
            MapField.Of("reason", "REASON"),
            MapField.Of("fault", "FAULT"),
            set.Fields.Count == 0 ? null : MapField.Of("set", set),
            MapField.Of("cites", CitationFields.WriteList(before.Citations == after.Citations ? now?.Citations ?? after.Citations : after.Citations)),
            MapField.Of("words", "WORDS"));
    }

    private static MapNode? Description(string subject, MapNode before, MapNode after)
    {
        var set = NodeDifference.Between(before, after);
        return set.Fields.Count == 0 ? null : MapNode.Of(MapField.Of("describe", subject), MapField.Of("set", set), MapField.Of("words", "WORDS"));
    }
}
