using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Archive.Cli.Display;

/// <summary>Pieces of text in a row.</summary>
[CollectionBuilder(typeof(Line), nameof(Of))]
internal sealed class Line(IReadOnlyList<Span> spans) : IEnumerable<Span>
{
    public static readonly Line Empty = new([]);

    public IReadOnlyList<Span> Spans { get; } = spans;

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Line?(string? text) => text is null ? null : new Line([new Span(text)]);

    public static implicit operator Line(Span span) => new([span]);

    public static Line Of(ReadOnlySpan<Span> spans) => new(spans.ToArray());

    /// <summary>The text of one tone.</summary>
    public static Line Of(string text, Tone tone) => new([new Span(text, tone)]);

    /// <summary>The pieces with something between them.</summary>
    public static Line Join(string between, IEnumerable<Line> lines)
    {
        var spans = new List<Span>();
        foreach (var line in lines)
        {
            if (spans.Count > 0)
                spans.Add(between);
            spans.AddRange(line.Spans);
        }

        return new Line(spans);
    }

    public static Line operator +(Line left, Line right) => new([.. left.Spans, .. right.Spans]);

    public string Text => string.Concat(Spans.Select(span => span.Text));

    public IEnumerator<Span> GetEnumerator() => Spans.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
