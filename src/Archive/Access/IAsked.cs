namespace Archive.Access;

/// <summary>A request that says who asks, and is no command: those say it in their context.</summary>
public interface IAsked
{
    /// <summary>Who asks.</summary>
    Asker Asker { get; }
}
