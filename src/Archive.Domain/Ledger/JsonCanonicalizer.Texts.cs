using System.Globalization;
using System.Text;

namespace Archive.Domain.Ledger;

/// <summary>Strings.</summary>
internal ref partial struct JsonCanonicalizer
{
    private bool Text()
    {
        var mark = _keys.Length;
        if (!ReadText(out var text, out var plain)) return false;
        WriteText(text, plain);
        _keys.Truncate(mark);
        return true;
    }

    private readonly void WriteText(ReadOnlySpan<byte> text, bool plain)
    {
        if (plain) _output.Append(_json[(_at - text.Length - 2).._at]);
        else CanonicalText.Append(text, _output);
    }

    /// <summary>
    /// Reads the string that starts at the current quote. Where it has no escapes (<paramref name="plain"/>) <paramref name="text"/> is a piece of
    /// the input; else it was unescaped onto the end of the keys, and is good until the next write there.
    /// </summary>
    private bool ReadText(out ReadOnlySpan<byte> text, out bool plain)
    {
        Take();
        var mark = _keys.Length;
        plain = true;
        while (true)
        {
            var rest = _json[_at..];
            var stop = rest.IndexOfAny(CanonicalText.Special);
            text = default;
            if (stop < 0)
            {
                _at = _json.Length;
                return Unexpected("the closing quote of a string");
            }
            _at += stop;
            if (rest[stop] == (byte)'"')
            {
                Take();
                text = rest[..stop];
                if (plain) return true;
                _keys.Append(text);
                text = _keys.Written[mark..];
                return true;
            }
            if (rest[stop] != (byte)'\\')
                return Fail(CanonicalJsonError.Syntax, _at, $"{Found()} stands in a string; U+0000 to U+001F must be escaped there");
            plain = false;
            _keys.Append(rest[..stop]);
            if (!Escape()) return false;
        }
    }

    private bool Escape()
    {
        var start = _at;
        Take();
        if (_at == _json.Length) return Unexpected("the rest of an escape");
        var c = _json[_at++];
        if (c == (byte)'u') return EscapedCodePoint(start);
        var index = "\"\\/bfnrt"u8.IndexOf(c);
        if (index < 0) return Fail(CanonicalJsonError.Syntax, start, "no such escape");
        _keys.Append("\"\\/\b\f\n\r\t"u8[index]);
        return true;
    }

    private bool EscapedCodePoint(int start)
    {
        if (!CodeUnit(out var unit)) return Fail(CanonicalJsonError.Syntax, start, "four hexadecimal digits must follow \\u");
        if (!Rune.TryCreate(unit, out var rune))
        {
            var paired = TakeIf((byte)'\\') && TakeIf((byte)'u') && CodeUnit(out var low) && Rune.TryCreate(unit, low, out rune);
            if (!paired) return Fail(CanonicalJsonError.LoneSurrogate, start, "half of a surrogate pair");
        }
        _keys.Advance(rune.EncodeToUtf8(_keys.Free(4)));
        return true;
    }

    private bool CodeUnit(out char unit)
    {
        unit = default;
        if (_json.Length - _at < 4) return false;
        if (!ushort.TryParse(_json.Slice(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return false;
        unit = (char)value;
        _at += 4;
        return true;
    }
}
