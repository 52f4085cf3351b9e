namespace EventStore.Client;

/// <summary>The server does not know who asks.</summary>
public class NotAuthenticatedException : Exception
{
    public NotAuthenticatedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
