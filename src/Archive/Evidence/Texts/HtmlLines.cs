using System.Text;

namespace Archive.Evidence.Texts;

/// <summary>
/// Puts together the text of a page: runs of HTML's white space (space, tab, line feed, form feed, carriage return) are one space, none stands at the beginning or end of a line; blocks
/// are apart by one line feed, cells of a row by a tab. Every other character stays, no-break spaces and soft hyphens, too.
/// </summary>
internal sealed class HtmlLines
{
    private readonly StringBuilder _text = new();
    private char _pending;

    public int Length => _text.Length;

    public override string ToString() => _text.ToString();

    /// <summary>A block begins or ends.</summary>
    public void Break() => _pending = _text.Length == 0 ? '\0' : '\n';

    /// <summary>A line end that the page has.</summary>
    public void End()
    {
        if (_pending == '\n' && _text.Length > 0)
            _text.Append('\n');
        _pending = '\n';
    }

    public void Cell()
    {
        if (_pending != '\n' && _text.Length > 0)
            _pending = '\t';
    }

    public void Append(string words, bool preformatted)
    {
        foreach (var c in words)
        {
            if (!preformatted && c is ' ' or '\t' or '\n' or '\f' or '\r')
                _pending = _pending == '\0' && _text.Length > 0 ? ' ' : _pending;
            else if (preformatted && c is '\n')
                End();
            else if (!preformatted || c is not '\r')
                Write(c);
        }
    }

    private void Write(char c)
    {
        if (_pending != '\0' && _text.Length > 0)
            _text.Append(_pending);
        _pending = '\0';
        _text.Append(c is '\0' ? '\uFFFD' : c);
    }
}
