namespace Archive.Domain.Events;

/// <summary>A stored event that this version cannot read. The projector stops at it; nothing is skipped.</summary>
public sealed class UnreadableEventException : Exception
{
    public UnreadableEventException()
    {
    }

    public UnreadableEventException(string message)
        : base(message)
    {
    }

    public UnreadableEventException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
