using System.Globalization;

namespace Archive.Domain.Ledger;

/// <summary>
/// Writes one object in canonical form whose members the caller gives in canonical order. Their names are the archive's own: ASCII without quotes
/// or backslashes.
/// </summary>
internal readonly ref struct CanonicalObject
{
    /// <summary>The largest integer that every reader of JSON takes exactly (RFC 7493 section 2.2): 2 to the 53rd, less one.</summary>
    public const long MaxInteger = (1L << 53) - 1;

    private readonly PooledBytes _output;
    private readonly int _start;

    /// <exception cref="ArgumentOutOfRangeException">Not between <paramref name="least"/> and <see cref="MaxInteger"/>.</exception>
    public static long Integer(long value, long least, string name) =>
        value >= least && value <= MaxInteger ? value : throw new ArgumentOutOfRangeException(name, value, $"Not between {least} and 2^53 - 1.");

    public CanonicalObject(PooledBytes output)
    {
        _output = output;
        _start = output.Length;
        output.Append((byte)'{');
    }

    public void Name(ReadOnlySpan<byte> name)
    {
        if (_output.Length > _start + 1) _output.Append((byte)',');
        _output.Append((byte)'"');
        _output.Append(name);
        _output.Append("\":"u8);
    }

    public void Member(ReadOnlySpan<byte> name, string text)
    {
        Name(name);
        CanonicalText.Append(text, _output);
    }

    public void Member(ReadOnlySpan<byte> name, long integer)
    {
        Name(name);
        integer.TryFormat(_output.Free(20), out var length, provider: CultureInfo.InvariantCulture);
        _output.Advance(length);
    }

    /// <summary>Lower-case and hyphenated (RFC 9562); left out when there is none.</summary>
    public void Member(ReadOnlySpan<byte> name, Guid? id)
    {
        if (id is not { } given) return;
        Name(name);
        _output.Append((byte)'"');
        given.TryFormat(_output.Free(36), out var length, "D");
        _output.Advance(length);
        _output.Append((byte)'"');
    }

    public void Member(ReadOnlySpan<byte> name, Sha256Digest digest)
    {
        Name(name);
        digest.AppendQuoted(_output);
    }

    public void Member(ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        Name(name);
        _output.Append((byte)'[');
        for (var i = 0; i < texts.Count; i++)
        {
            if (i > 0) _output.Append((byte)',');
            CanonicalText.Append(texts[i], _output);
        }
        _output.Append((byte)']');
    }

    public void End() => _output.Append((byte)'}');
}
