using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Archive.Domain.Ledger;

/// <summary>
/// One pass over a JSON text that writes its canonical form. It recurses once per array or object and refuses more than
/// <see cref="CanonicalJson.MaxDepth"/>, so no text can exhaust the stack. Every method returns false once <see cref="_error"/> is set.
/// </summary>
internal ref partial struct JsonCanonicalizer
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly PooledBytes _output;
    private readonly PooledBytes _keys;
    private CanonicalMember[] _members;
    private int _memberCount;
    private int _at;
    private CanonicalJsonError? _error;

    private JsonCanonicalizer(ReadOnlySpan<byte> json, PooledBytes output, PooledBytes keys)
    {
        _json = json;
        _output = output;
        _keys = keys;
        _members = ArrayPool<CanonicalMember>.Shared.Rent(32);
    }

    /// <summary>Appends the canonical form to <paramref name="output"/>, or says why there is none and leaves there what it had written.</summary>
    public static CanonicalJsonError? Run(ReadOnlySpan<byte> json, PooledBytes output)
    {
        using var keys = new PooledBytes(256);
        var run = new JsonCanonicalizer(json, output, keys);
        try
        {
            run.Document();
            return run._error;
        }
        finally
        {
            ArrayPool<CanonicalMember>.Shared.Return(run._members);
        }
    }

    private bool Document()
    {
        if (_json.Length > CanonicalJson.MaxLength)
            return Fail(CanonicalJsonError.TooLong, CanonicalJson.MaxLength, "the text is longer than 256 MiB");
        if (_json.StartsWith("\uFEFF"u8)) return Fail(CanonicalJsonError.ByteOrderMark, 0, "a byte order mark; JSON begins without one");
        if (!Utf8.IsValid(_json)) return Fail(CanonicalJsonError.InvalidUtf8, FirstInvalidUtf8(), "not UTF-8");
        SkipSpace();
        if (!Value(0)) return false;
        SkipSpace();
        return _at == _json.Length || Fail(CanonicalJsonError.TrailingData, _at, $"{Found()} follows the value; a text is one value");
    }

    private bool Value(int depth)
    {
        if (_at == _json.Length) return Unexpected("a value");
        switch (_json[_at])
        {
            case (byte)'{': return Object(depth + 1);
            case (byte)'[': return Array(depth + 1);
            case (byte)'"': return Text();
            case (byte)'t': return Literal("true"u8);
            case (byte)'f': return Literal("false"u8);
            case (byte)'n': return Literal("null"u8);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'): return Number();
            default: return Unexpected("a value");
        }
    }

    private bool Array(int depth)
    {
        if (depth > CanonicalJson.MaxDepth) return TooDeep();
        Take();
        SkipSpace();
        if (TakeIf((byte)']')) return Write("[]"u8);
        for (var separator = (byte)'['; ; separator = (byte)',')
        {
            _output.Append(separator);
            SkipSpace();
            if (!Value(depth)) return false;
            SkipSpace();
            if (TakeIf((byte)']')) return Write("]"u8);
            if (!TakeIf((byte)',')) return Unexpected("',' or ']'");
        }
    }

    private bool Literal(ReadOnlySpan<byte> word)
    {
        if (!_json[_at..].StartsWith(word)) return Unexpected("a value");
        _at += word.Length;
        return Write(word);
    }

    private readonly bool Write(ReadOnlySpan<byte> token)
    {
        _output.Append(token);
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') _at++;
    }

    private void Take() => _at++;

    private bool TakeIf(byte c)
    {
        if (_at == _json.Length || _json[_at] != c) return false;
        _at++;
        return true;
    }

    private readonly int FirstInvalidUtf8()
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(_json[at..], out _, out var length) == OperationStatus.Done) at += length;
        return at;
    }
}
