namespace EventStore.Client;

/// <summary>A connection string has an at sign but no user and password before it.</summary>
public class InvalidUserCredentialsException : ConnectionStringParseException
{
    internal InvalidUserCredentialsException()
        : base("The user and the password cannot be told apart. Write user:password@ before the hosts, with % codes for : / ? @ and % in either.")
    {
    }
}
