using System.Text;

namespace Archive.Evidence.Texts;

/// <summary>Collects a text in UTF-8, counting its code points, up to <see cref="TextLimits.MostText"/>.</summary>
internal sealed class TextOutput
{
    private readonly MemoryStream _utf8 = new();
    private readonly Encoder _encoder = Charsets.Utf8.GetEncoder();
    private byte[] _buffer = new byte[4_096];

    /// <summary>In code points.</summary>
    public long Length { get; private set; }

    public static Extraction.Failed TooLong { get; } = new($"it has more than {TextLimits.MostText / 1024 / 1024} MB of text, which is more than quotes are looked for in. Split it");

    /// <param name="text">Well-formed, but for a surrogate pair that the next piece completes.</param>
    /// <returns>Whether there was room for it.</returns>
    public bool TryAppend(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            Length += char.IsLowSurrogate(c) ? 0 : 1;
        var most = (text.Length + 1) * 3;
        if (_buffer.Length < most)
            _buffer = new byte[most];
        _utf8.Write(_buffer, 0, _encoder.GetBytes(text, _buffer, flush: false));
        return _utf8.Length <= TextLimits.MostText;
    }

    public ReadOnlyMemory<byte> ToUtf8() => _utf8.GetBuffer().AsMemory(0, (int)_utf8.Length);
}
