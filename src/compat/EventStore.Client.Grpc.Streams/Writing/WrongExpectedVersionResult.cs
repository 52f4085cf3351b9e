using System.Runtime.InteropServices;

namespace EventStore.Client;

/// <summary>The stream is not what the append expected it to be. Nothing was written.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct WrongExpectedVersionResult(string streamName, StreamRevision nextExpectedStreamRevision, StreamRevision actualStreamRevision) : IWriteResult
{
    public string StreamName { get; } = streamName;

    /// <summary><see cref="StreamRevision.None"/> when there is no stream.</summary>
    public StreamRevision ActualStreamRevision { get; } = actualStreamRevision;

    public Position LogPosition => default;

    /// <summary>What was expected; <see cref="StreamRevision.None"/> for a <see cref="StreamState"/>.</summary>
    public StreamRevision NextExpectedStreamRevision { get; } = nextExpectedStreamRevision;
}
