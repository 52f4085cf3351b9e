namespace Archive.Dossiers;

/// <summary>
/// How large an event can at most be, reckoned from how much is written in the dossier: nearly all are far below what an append may have, and need
/// not be written out to know it.
/// </summary>
/// <param name="past">Streams that have begun: how much they hold is not reckoned.</param>
internal sealed class StreamSizes(ISurroundings past)
{
    /// <summary>UTF-8 bytes of a UTF-16 unit, written as an escape.</summary>
    private const int BytesOfUnit = 6;

    /// <summary>Names of members, quotes and what a field is turned into, such as a citation's number; more than any has.</summary>
    private const int BytesOfNode = 200;

    /// <summary>The bounds of an event's one date, at most 1,200 stretches.</summary>
    private const int BytesOfDate = 256 * 1024;

    private readonly Dictionary<string, long> _written = new(StringComparer.Ordinal);

    /// <summary>Counts an item in, and says whether its event can be larger than that: an event repeats at most what its stream was told before.</summary>
    public bool MayExceed(DossierItem item, long bytes)
    {
        var all = _written[item.Stream] = _written.GetValueOrDefault(item.Stream) + Of(item.Node);
        return past.State(item.Stream) is not null || all + BytesOfDate > bytes;
    }

    private static long Of(DossierNode node) => node switch
    {
        TextNode text => BytesOfNode + ((long)BytesOfUnit * (text.Value?.Length ?? 0)),
        ListNode list => list.Items.Aggregate((long)BytesOfNode, (sum, item) => sum + Of(item)),
        MapNode map => map.Fields.Aggregate((long)BytesOfNode, (sum, field) => sum + ((long)BytesOfUnit * field.Name.Length) + Of(field.Value)),
        _ => BytesOfNode,
    };
}
