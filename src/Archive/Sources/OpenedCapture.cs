using Archive.Domain.Sources;
using Archive.Snapshots;

namespace Archive.Sources;

/// <summary>A capture, or its text, opened for reading; whoever asked closes it.</summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Capture">The capture.</param>
/// <param name="Stream">Read forwards. Its last read throws <see cref="Evidence.ContentAlteredException"/> where the bytes are not those of the digest: before, none of them is certain.</param>
public sealed record OpenedCapture(Moment AsOf, string Source, Capture Capture, Stream Stream) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
