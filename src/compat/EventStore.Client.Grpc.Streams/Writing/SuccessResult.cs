namespace EventStore.Client;

/// <summary>The events are written, now or by an earlier append of the same ids.</summary>
public readonly struct SuccessResult(StreamRevision nextExpectedStreamRevision, Position logPosition) : IWriteResult, IEquatable<SuccessResult>
{
    public Position LogPosition { get; } = logPosition;

    public StreamRevision NextExpectedStreamRevision { get; } = nextExpectedStreamRevision;

    public static bool operator ==(SuccessResult left, SuccessResult right) => left.Equals(right);

    public static bool operator !=(SuccessResult left, SuccessResult right) => !left.Equals(right);

    public bool Equals(SuccessResult other) => (NextExpectedStreamRevision, LogPosition) == (other.NextExpectedStreamRevision, other.LogPosition);

    public override bool Equals(object? obj) => obj is SuccessResult other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(NextExpectedStreamRevision, LogPosition);

    public override string ToString() => $"{NextExpectedStreamRevision}:{LogPosition}";
}
