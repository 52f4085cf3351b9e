using System.Net;
using EventStore.Client;
using Grpc.Core;

namespace Archive.Tests.CompatibleClient;

public sealed class FailureTests
{
    [Fact]
    public void A_node_that_does_not_lead_names_the_one_that_does() =>
        Of(StatusCode.NotFound, ("exception", "not-leader"), ("leader-endpoint-host", "node2.test"), ("leader-endpoint-port", "2114"))
            .ShouldBeOfType<NotLeaderException>().LeaderEndpoint.ShouldBe(new DnsEndPoint("node2.test", 2114));

    [Theory]
    [InlineData("", "2113")]
    [InlineData("node2.test", "")]
    [InlineData("node2.test", "65536")]
    public void A_leader_that_cannot_be_called_is_none(string host, string port) =>
        Of(StatusCode.NotFound, ("exception", "not-leader"), ("leader-endpoint-host", host), ("leader-endpoint-port", port)).ShouldBeOfType<RpcException>();

    [Fact]
    public void A_stream_that_is_gone_is_named() =>
        Of(StatusCode.FailedPrecondition, ("exception", "stream-deleted"), ("stream-name", "archive:claim-1")).ShouldBeOfType<StreamDeletedException>().Stream.ShouldBe("archive:claim-1");

    [Fact]
    public void A_stream_that_is_not_there_is_named() =>
        Of(StatusCode.NotFound, ("exception", "stream-not-found"), ("stream-name", "archive:claim-1")).ShouldBeOfType<StreamNotFoundException>().Stream.ShouldBe("archive:claim-1");

    [Fact]
    public void The_limit_of_an_append_is_told() =>
        Of(StatusCode.InvalidArgument, ("exception", "maximum-append-size-exceeded"), ("maximum-append-size", "1048576"))
            .ShouldBeOfType<MaximumAppendSizeExceededException>().MaxAppendSize.ShouldBe(1_048_576u);

    [Fact]
    public void A_conflict_in_trailers_has_both_revisions()
    {
        var conflict = Of(StatusCode.FailedPrecondition, ("exception", "wrong-expected-version"), ("stream-name", "s"), ("expected-version", "3"), ("actual-version", "-1"))
            .ShouldBeOfType<WrongExpectedVersionException>();
        (conflict.StreamName, conflict.ExpectedVersion, conflict.ActualVersion).ShouldBe(("s", 3L, null));
        conflict.ActualStreamRevision.ShouldBe(StreamRevision.None);
    }

    [Theory]
    [InlineData(StatusCode.PermissionDenied, "access-denied", typeof(AccessDeniedException))]
    [InlineData(StatusCode.InvalidArgument, "missing-required-metadata-property", typeof(RequiredMetadataPropertyMissingException))]
    [InlineData(StatusCode.Unauthenticated, null, typeof(NotAuthenticatedException))]
    [InlineData(StatusCode.PermissionDenied, null, typeof(RpcException))]
    [InlineData(StatusCode.Unavailable, null, typeof(RpcException))]
    [InlineData(StatusCode.Aborted, null, typeof(RpcException))]
    [InlineData(StatusCode.Unknown, "never-heard-of", typeof(RpcException))]
    [InlineData(StatusCode.NotFound, "not-leader", typeof(RpcException))]
    public void A_failure_is_what_its_trailers_say_or_itself(StatusCode status, string? exception, Type meaning)
    {
        var failure = Rpc(status, exception is null ? [] : [("exception", exception)]);
        var mapped = Failure.Of(failure);
        mapped.GetType().ShouldBe(meaning);
        (mapped == failure || mapped.InnerException == failure).ShouldBeTrue();
    }

    private static Exception Of(StatusCode status, params (string Key, string Value)[] trailers) => Failure.Of(Rpc(status, trailers));

    private static RpcException Rpc(StatusCode status, params (string Key, string Value)[] trailers)
    {
        var metadata = new Metadata();
        foreach (var (key, value) in trailers)
            metadata.Add(key, value);
        return new RpcException(new Status(status, "said by the server"), metadata);
    }
}
