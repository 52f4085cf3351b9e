namespace EventStore.Client;

/// <summary>A connection string names a certificate that cannot be read.</summary>
public class InvalidClientCertificateException : ConnectionStringParseException
{
    internal InvalidClientCertificateException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
