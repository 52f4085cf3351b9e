using System.Globalization;

namespace Archive.Domain.Ledger;

internal ref partial struct JsonCanonicalizer
{
    private bool Fail(string code, int offset, string what)
    {
        _error = new CanonicalJsonError(code, offset, string.Create(CultureInfo.InvariantCulture, $"At byte {offset}: {what}."));
        return false;
    }

    private bool Unexpected(string wanted) => Fail(CanonicalJsonError.Syntax, _at, $"{wanted} is expected, but {Found()} stands there");

    private bool TooDeep() => Fail(CanonicalJsonError.TooDeep, _at, $"more than {CanonicalJson.MaxDepth} arrays and objects inside each other");

    /// <summary>What stands at the current byte, without repeating more than one printable character of a hostile text.</summary>
    private readonly string Found()
    {
        if (_at == _json.Length) return "the end of the text";
        var c = _json[_at];
        return c is > 0x20 and < 0x7F ? $"'{(char)c}'" : $"the byte 0x{c:X2}";
    }
}
