namespace EventStore.Client;

/// <summary>Whoever asks may not do this.</summary>
public class AccessDeniedException : Exception
{
    public AccessDeniedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
