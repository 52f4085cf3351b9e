using System.Numerics;
using System.Runtime.InteropServices;

namespace Archive.Domain.Evidence;

/// <summary>
/// A text in which places count in Unicode code points, as quotes do, and are found in UTF-16, as .NET stores it. Never normalised.
/// </summary>
public sealed class CodePointText
{
    private const int Step = 512;

    /// <summary>Code points before every <see cref="Step"/>th character; null where every character is a code point.</summary>
    private readonly int[]? _before;

    /// <exception cref="ArgumentException">The text has half a surrogate pair.</exception>
    public CodePointText(string text)
    {
        if (SurrogateHalves.IndexIn(text) is >= 0 and var half)
            throw new ArgumentException($"The text has half a surrogate pair at character {half}: it is not well-formed Unicode.", nameof(text));
        Text = text;
        Length = text.Length;
        if (!text.AsSpan().ContainsAnyInRange('\uDC00', '\uDFFF'))
            return;
        _before = new int[(text.Length / Step) + 1];
        for (var i = 1; i < _before.Length; i++)
            _before[i] = _before[i - 1] + Count(text.AsSpan((i - 1) * Step, Step));
        Length = _before[^1] + Count(text.AsSpan((_before.Length - 1) * Step));
    }

    public string Text { get; }

    /// <summary>In code points.</summary>
    public int Length { get; }

    /// <summary>The code point that begins at a character, or the end.</summary>
    public int CodePointAt(int index) => _before is null ? index : _before[index / Step] + Count(Text.AsSpan((index / Step * Step)..index));

    /// <summary>The character at which a code point begins; a place behind the end is the end.</summary>
    public int IndexOf(long codePoint)
    {
        if (codePoint >= Length)
            return Text.Length;
        if (_before is null)
            return (int)codePoint;
        var block = Array.BinarySearch(_before, (int)codePoint);
        if (block < 0)
            block = ~block - 1;
        var index = block * Step;
        for (var at = _before[block]; ; index++)
        {
            if (char.IsLowSurrogate(Text[index]))
                continue;
            if (at++ == codePoint)
                return index;
        }
    }

    public QuotePosition Position(int start, int end) => new(CodePointAt(start), CodePointAt(end));

    /// <summary>A place between two characters, with what stands around it.</summary>
    public AnchorPlace Place(int start, int end)
    {
        var position = Position(start, end);
        return new AnchorPlace(
            position,
            Text[IndexOf(Math.Max(0, position.Start - AnchorPlace.Around))..start],
            Shortened(start, end, position),
            Text[end..IndexOf(position.End + AnchorPlace.Around)]);
    }

    private string Shortened(int start, int end, QuotePosition position)
    {
        const int most = 400;
        return position.End - position.Start <= most
            ? Text[start..end]
            : $"{Text[start..IndexOf(position.Start + (most / 2))]} … {Text[IndexOf(position.End - (most / 2))..end]}";
    }

    /// <summary>Of at most <see cref="Step"/> characters, so that no lane overflows.</summary>
    private static int Count(ReadOnlySpan<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var (halves, at) = (Vector<ushort>.Zero, 0);
        for (; at + Vector<ushort>.Count <= units.Length; at += Vector<ushort>.Count)
            halves -= Vector.Equals(new Vector<ushort>(units[at..]) & new Vector<ushort>(0xFC00), new Vector<ushort>(0xDC00));
        var count = text.Length - Vector.Sum(halves);
        foreach (var c in text[at..])
        {
            if (char.IsLowSurrogate(c))
                count--;
        }

        return count;
    }
}
