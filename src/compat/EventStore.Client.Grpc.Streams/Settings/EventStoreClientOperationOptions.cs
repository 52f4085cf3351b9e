namespace EventStore.Client;

/// <summary>How a single operation goes on.</summary>
public class EventStoreClientOperationOptions
{
    public static EventStoreClientOperationOptions Default => new();

    /// <summary>Whether an append to a stream that is not at the expected revision throws, or returns a <see cref="WrongExpectedVersionResult"/>.</summary>
    public bool ThrowOnAppendFailure { get; set; } = true;

    /// <summary>What the authorization header says for the credentials of an operation.</summary>
    public Func<UserCredentials, CancellationToken, ValueTask<string>> GetAuthenticationHeaderValue { get; set; } =
        (credentials, _) => ValueTask.FromResult(credentials.ToString());

    public EventStoreClientOperationOptions Clone() => new()
    {
        ThrowOnAppendFailure = ThrowOnAppendFailure,
        GetAuthenticationHeaderValue = GetAuthenticationHeaderValue,
    };
}
