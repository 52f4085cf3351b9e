namespace Archive.EventLog;

/// <summary>
/// The event log is out of reach, or does not answer; the message says which and how. What was acknowledged is kept. An append may have been
/// taken: repeated with the same ids it is answered.
/// </summary>
public sealed class LogAwayException : IOException
{
    public LogAwayException()
    {
    }

    public LogAwayException(string message)
        : base(message)
    {
    }

    public LogAwayException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
