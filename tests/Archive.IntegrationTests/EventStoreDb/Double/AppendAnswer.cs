namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>
/// What became of an append. <see cref="Revision"/> and <see cref="Position"/> are of its last event (on a repeat, of the one stored before);
/// <see cref="Current"/> is the stream's last revision where the append was refused, -1 for no stream.
/// </summary>
internal sealed record AppendAnswer(AppendResult Result, long Revision, long Position, long Current)
{
    public static AppendAnswer Conflict(long current) => new(AppendResult.WrongExpectedVersion, -1, -1, current);

    public static AppendAnswer Deleted { get; } = new(AppendResult.StreamDeleted, -1, -1, DoubleStream.TombstoneRevision);
}
