using Archive.Commands;

namespace Archive.Dossiers;

/// <summary>One thing that a dossier asks for: a first version or a change.</summary>
/// <param name="Stream">The stream that it belongs to.</param>
/// <param name="Verb"><c>first</c>, <c>capture</c>, or the word with which the change begins.</param>
/// <param name="Node">How it is written.</param>
/// <param name="Compose">The command, for the state that it meets; null where that state does not allow one, which is then noted.</param>
internal sealed record DossierItem(string Stream, string Verb, MapNode Node, Composition Compose)
{
    public const string First = "first";

    /// <summary>Of a source's copies: they stand with the source, and what was done to it meanwhile does not matter to them.</summary>
    public const string Capture = "capture";

    public bool IsFirst => Verb == First;

    public bool IsCapture => Verb == Capture;
}
