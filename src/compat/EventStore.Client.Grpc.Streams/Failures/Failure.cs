using System.Globalization;
using Grpc.Core;

namespace EventStore.Client;

/// <summary>What a failed call means. The server says it in trailers; what has none that we know stays the <see cref="RpcException"/> that it is.</summary>
internal static class Failure
{
    public static Exception Of(RpcException failure) => Value(failure, "exception") switch
    {
        "access-denied" => new AccessDeniedException(failure.Message, failure),
        "not-leader" when Leader(failure) is { } leader => leader,
        "stream-deleted" => new StreamDeletedException(Value(failure, "stream-name") ?? "<unknown>", failure),
        "stream-not-found" => new StreamNotFoundException(Value(failure, "stream-name") ?? "<unknown>", failure),
        "wrong-expected-version" => new WrongExpectedVersionException(Value(failure, "stream-name") ?? "<unknown>",
            Revision(failure, "expected-version"), Revision(failure, "actual-version"), failure, failure.Message),
        "maximum-append-size-exceeded" => new MaximumAppendSizeExceededException(
            uint.TryParse(Value(failure, "maximum-append-size"), CultureInfo.InvariantCulture, out var size) ? size : 0, failure),
        "missing-required-metadata-property" => new RequiredMetadataPropertyMissingException(
            Value(failure, "required-metadata-properties") ?? "required metadata", failure),
        _ when failure.StatusCode == StatusCode.Unauthenticated => new NotAuthenticatedException(failure.Message, failure),
        _ => failure,
    };

    private static NotLeaderException? Leader(RpcException failure) =>
        Value(failure, "leader-endpoint-host") is { Length: > 0 } host
        && ushort.TryParse(Value(failure, "leader-endpoint-port"), CultureInfo.InvariantCulture, out var port)
            ? new NotLeaderException(host, port, failure)
            : null;

    private static StreamRevision Revision(RpcException failure, string key) =>
        long.TryParse(Value(failure, key), CultureInfo.InvariantCulture, out var revision) && revision >= 0 ? StreamRevision.FromInt64(revision) : StreamRevision.None;

    private static string? Value(RpcException failure, string key) =>
        failure.Trailers.Get(key) is { IsBinary: false } entry ? entry.Value : null;
}
