namespace Archive.Cli.Display;

/// <summary>A piece of text. Whatever it came from, it is made safe for terminals here, and only here.</summary>
internal readonly record struct Span
{
    public Span(string text, Tone tone = Tone.Plain)
    {
        Text = SafeText.Of(text);
        Tone = tone;
    }

    public string Text { get; }

    public Tone Tone { get; }

    public static implicit operator Span(string text) => new(text);
}
