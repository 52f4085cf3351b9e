namespace Archive.EventLog;

/// <summary>
/// This node's clock is too far from the database's, so nothing is appended from here: an outage of the node, which passes when a clock is set
/// right. The message names both clocks and what to do.
/// </summary>
public sealed class ClockOffException : Exception
{
    public ClockOffException()
    {
    }

    public ClockOffException(string message)
        : base(message)
    {
    }

    public ClockOffException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
