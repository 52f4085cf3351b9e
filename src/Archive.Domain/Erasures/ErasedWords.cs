namespace Archive.Domain.Erasures;

/// <summary>An event of a stream whose words were erased from the log itself.</summary>
/// <param name="Type">Stored name of the event.</param>
/// <param name="Reason">Why.</param>
/// <param name="Reference">By which law, order or request.</param>
public sealed record ErasedWords(string Type, ErasureReason Reason, string Reference)
{
    /// <summary>What is shown where words stood.</summary>
    public const string Shown = "[erased]";
}
