using Grpc.Core;

namespace EventStore.Client;

/// <summary>What goes with every call.</summary>
internal static class Calls
{
    /// <param name="deadline">Null or infinite for a call without an end.</param>
    public static CallOptions Options(EventStoreClientSettings settings, TimeSpan? deadline, UserCredentials? credentials, CancellationToken cancellation)
    {
        var headers = new Metadata
        {
            { "requires-leader", settings.ConnectivitySettings.NodePreference == NodePreference.Leader ? bool.TrueString : bool.FalseString },
        };
        if (settings.ConnectionName is { } name)
            headers.Add("connection-name", name);
        return new CallOptions(headers, End(deadline), cancellation, credentials: Credentials(settings, credentials ?? settings.DefaultCredentials));
    }

    private static DateTime? End(TimeSpan? deadline) => deadline is { } time && time != Timeout.InfiniteTimeSpan && time < TimeSpan.FromDays(3650)
        ? TimeProvider.System.GetUtcNow().UtcDateTime + time
        : null;

    // Call credentials travel over TLS only; a header of our own would go over any connection.
    private static CallCredentials? Credentials(EventStoreClientSettings settings, UserCredentials? credentials) => credentials is null
        ? null
        : CallCredentials.FromInterceptor(async (context, headers) => headers.Add("authorization",
            await settings.OperationOptions.GetAuthenticationHeaderValue(credentials, context.CancellationToken)));
}
