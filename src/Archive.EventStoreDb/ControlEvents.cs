using Archive.Domain;
using Archive.EventLog;

namespace Archive.EventStoreDb;

/// <summary>Control event <c>log-opened.v1</c>: there is a log here.</summary>
internal sealed record LogOpened(Guid Id, string Name, ValueList<LogPredecessor> Predecessors)
{
    public const string EventType = "log-opened.v1";
}

/// <summary>Control event <c>log-filling-begun.v1</c>: the log gets the identity of what is copied into it, and is not whole until that is done.</summary>
internal sealed record LogFillingBegun(Guid Id, string Name, ValueList<LogPredecessor> Predecessors, string From)
{
    public const string EventType = "log-filling-begun.v1";
}

/// <summary>Control event <c>log-filled.v1</c>: it is whole.</summary>
internal sealed record LogFilled
{
    public const string EventType = "log-filled.v1";
}
