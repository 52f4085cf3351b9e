namespace Archive.Domain.Ledger;

/// <summary>
/// What the metadata digest vouches for beside an event's payload: where the event stands and how it came about. <c>ToCanonicalJson</c> is
/// JCS({stream, revision, actor, command, correlation, causation, refs}); members that are null are left out, an empty <c>refs</c> is <c>[]</c>.
/// </summary>
/// <param name="Stream">The stream's name, without any log's prefix.</param>
/// <param name="Revision">The event's place in its stream, from 0, at most 2^53 - 1.</param>
/// <param name="Actor">The opaque id of who did it.</param>
/// <param name="Command">The command's id.</param>
/// <param name="Correlation">The id that the commands of one undertaking share.</param>
/// <param name="Causation">The id of what made this command be given.</param>
/// <param name="Refs">Every id by which a fold routes the event: distinct and in ordinal order (by UTF-16 code units).</param>
/// <exception cref="ArgumentException">A revision out of range, or refs that are not distinct and in order.</exception>
public sealed record DigestedMetadata(
    string Stream, long Revision, string Actor, Guid Command, Guid? Correlation, Guid? Causation, IReadOnlyList<string> Refs)
{
    public long Revision { get; init => field = CanonicalObject.Integer(value, 0, nameof(Revision)); } = CanonicalObject.Integer(Revision, 0, nameof(Revision));

    public IReadOnlyList<string> Refs { get; init => field = DistinctAndOrdered(value); } = DistinctAndOrdered(Refs);

    /// <exception cref="ArgumentException">Text with a lone surrogate.</exception>
    public byte[] ToCanonicalJson()
    {
        using var output = new PooledBytes(512);
        AppendTo(output);
        return output.Written.ToArray();
    }

    internal void AppendTo(PooledBytes output)
    {
        var json = new CanonicalObject(output);
        json.Member("actor"u8, Actor);
        json.Member("causation"u8, Causation);
        json.Member("command"u8, Command);
        json.Member("correlation"u8, Correlation);
        json.Member("refs"u8, Refs);
        json.Member("revision"u8, Revision);
        json.Member("stream"u8, Stream);
        json.End();
    }

    /// <summary>A copy, so that what was verified stays so.</summary>
    private static string[] DistinctAndOrdered(IReadOnlyList<string> refs)
    {
        string[] copy = [.. refs];
        for (var i = 1; i < copy.Length; i++)
        {
            if (string.CompareOrdinal(copy[i - 1], copy[i]) >= 0)
                throw new ArgumentException($"Refs must be distinct and in ordinal order; '{copy[i]}' follows '{copy[i - 1]}'.", nameof(refs));
        }
        return copy;
    }
}
