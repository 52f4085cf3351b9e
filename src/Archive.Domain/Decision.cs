namespace Archive.Domain;

/// <summary>What a decider answers: events to append, nothing to do, or a refusal. Closed.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Nothing changes: what was asked for is so already.</summary>
    public static readonly Decision Nothing = new Accepted([]);

    public static Decision Of(params ReadOnlySpan<IArchiveEvent> events) => new Accepted(ValueList.Create(events));

    public static Decision Refuse(string code, string message) => new Refused(new Refusal(code, message));

    public sealed record Accepted(ValueList<IArchiveEvent> Events) : Decision;

    public sealed record Refused(Refusal Refusal) : Decision;
}
