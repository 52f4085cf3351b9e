namespace EventStore.Client;

/// <summary>An event has no type or no content type.</summary>
public class RequiredMetadataPropertyMissingException : Exception
{
    public RequiredMetadataPropertyMissingException(string missingMetadataProperty, Exception? innerException = null)
        : base($"The event has no {missingMetadataProperty}. Give it one.", innerException)
    {
    }
}
