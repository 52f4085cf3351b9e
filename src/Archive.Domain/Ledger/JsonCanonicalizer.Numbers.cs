using System.Globalization;

namespace Archive.Domain.Ledger;

/// <summary>Numbers: every one is taken as the double nearest to it.</summary>
internal ref partial struct JsonCanonicalizer
{
    /// <summary>An integer of so many digits is a double exactly, and its own canonical form.</summary>
    private const int ExactDigits = 15;

    private bool Number()
    {
        var start = _at;
        var negative = TakeIf((byte)'-');
        var first = _at;
        if (!Digits()) return Unexpected("a digit");
        var whole = _json[first.._at];
        if (whole.Length > 1 && whole[0] == (byte)'0') return Fail(CanonicalJsonError.Syntax, first, "a number has no zero in front");

        var integer = true;
        if (TakeIf((byte)'.'))
        {
            integer = false;
            if (!Digits()) return Unexpected("a digit");
        }
        if (TakeIf((byte)'e') || TakeIf((byte)'E'))
        {
            integer = false;
            if (!TakeIf((byte)'+')) TakeIf((byte)'-');
            if (!Digits()) return Unexpected("a digit");
        }
        var text = _json[start.._at];
        if (integer && whole.Length <= ExactDigits && !(negative && whole[0] == (byte)'0')) return Write(text);

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return Fail(CanonicalJsonError.NumberOutOfRange, start, "a number beyond the range of a double");
        _output.Advance(EcmaScriptNumber.Write(value, _output.Free(EcmaScriptNumber.MaxLength)));
        return true;
    }

    private bool Digits()
    {
        var rest = _json[_at..];
        var count = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (count < 0) count = rest.Length;
        _at += count;
        return count > 0;
    }
}
