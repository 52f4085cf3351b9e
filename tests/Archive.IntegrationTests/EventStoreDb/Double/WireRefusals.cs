using Grpc.Core;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>
/// The statuses and trailers by which the server refuses. What it does not foresee is not here: an exception leaves the handler, and gRPC answers
/// Unknown, "Exception was thrown by handler.", with no trailers.
/// </summary>
internal static class WireRefusals
{
    public const int MaximumAppendSize = 1_048_576;

    public static RpcException AccessDenied() => Refusal(StatusCode.PermissionDenied, "Access Denied", ("exception", "access-denied"));

    public static RpcException NotLeader(string host, int port) => Refusal(
        StatusCode.NotFound, "Leader info available",
        ("exception", "not-leader"), ("leader-endpoint-host", host), ("leader-endpoint-port", port.ToString()));

    public static RpcException StreamDeleted(string stream) => Refusal(
        StatusCode.FailedPrecondition, $"Event stream '{stream}' is deleted.", ("exception", "stream-deleted"), ("stream-name", stream));

    public static RpcException WrongExpectedVersion(string operation, string stream, long expected, long actual) => Refusal(
        StatusCode.FailedPrecondition,
        $"{operation} failed due to WrongExpectedVersion. Stream: {stream}, Expected version: {expected}, Actual version: {actual}",
        ("exception", "wrong-expected-version"), ("stream-name", stream),
        ("expected-version", expected.ToString()), ("actual-version", actual.ToString()));

    public static RpcException AppendTooLarge() => Refusal(
        StatusCode.InvalidArgument, $"Maximum Append Size of {MaximumAppendSize} Exceeded.",
        ("exception", "maximum-append-size-exceeded"), ("maximum-append-size", MaximumAppendSize.ToString()));

    public static RpcException MetadataMissing(string property) => Refusal(
        StatusCode.InvalidArgument, $"Required Metadata Property '{property}' is missing",
        ("exception", "missing-required-metadata-property"), ("required-metadata-properties", "type,content-type"));

    public static RpcException InvalidArgument(string argument) => Refusal(StatusCode.InvalidArgument, $"{argument} is invalid.");

    /// <summary>A read that the storage could not serve: count 0, no record boundary.</summary>
    public static RpcException ReadFailed(string result) => Refusal(StatusCode.Unknown, $"Unexpected {result}: Error");

    public static RpcException TimedOut(string message) => Refusal(StatusCode.Aborted, "Operation timed out: " + message);

    public static RpcException TooBusy() => Refusal(StatusCode.Unavailable, "Server Is Too Busy");

    private static RpcException Refusal(StatusCode code, string detail, params ReadOnlySpan<(string Key, string Value)> trailers)
    {
        var metadata = new Metadata();
        foreach (var (key, value) in trailers)
            metadata.Add(key, value);
        return new RpcException(new Status(code, detail), metadata);
    }
}
