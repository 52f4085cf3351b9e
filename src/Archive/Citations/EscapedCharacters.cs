namespace Archive.Citations;

/// <summary>Reads characters behind a backslash as JSON and TeX have them; what is neither separates.</summary>
internal sealed class EscapedCharacters
{
    private bool _isEscaped;
    private int _digitsLeft;
    private int _code;

    /// <returns>The character that is meant; null where more is to come.</returns>
    public char? Take(char c)
    {
        if (_digitsLeft > 0)
        {
            if (char.IsAsciiHexDigit(c))
            {
                _code = (_code << 4) | Convert.ToInt32(c.ToString(), 16);
                return --_digitsLeft == 0 ? (char)_code : null;
            }

            // TeX: a command that begins with u.
            _digitsLeft = 0;
        }
        else if (_isEscaped)
        {
            _isEscaped = false;
            if (c == 'u')
                (_digitsLeft, _code) = (4, 0);
            return c switch
            {
                'u' => null,
                '/' or '_' or '-' or '@' => c,
                '\n' => c,
                _ => ' ',
            };
        }

        _isEscaped = c == '\\';
        return _isEscaped ? null : c;
    }
}
