namespace Archive.Domain.Time;

/// <summary>A window on an EDTF string, read from left to right. The first failure is kept and shared with every window on the same string.</summary>
internal sealed class EdtfReader
{
    private readonly string text;
    private readonly int end;
    private readonly Failure failure;

    public EdtfReader(string text)
        : this(text, 0, text.Length, new Failure())
    {
    }

    private EdtfReader(string text, int start, int end, Failure failure)
    {
        this.text = text;
        Position = start;
        this.end = end;
        this.failure = failure;
    }

    /// <summary>The index of the next character, from 0.</summary>
    public int Position { get; private set; }

    public DateError? Error => failure.Error;

    public bool AtEnd => Position >= end;

    /// <summary>The next character, or U+0000 at the end.</summary>
    public char Current => AtEnd ? '\0' : text[Position];

    public string Rest => text[Position..end];

    public int IndexOf(string what) => text.IndexOf(what, Position, end - Position, StringComparison.Ordinal);

    /// <summary>A window on part of this one, by absolute indexes.</summary>
    public EdtfReader Window(int start, int endOfWindow) => new(text, start, endOfWindow, failure);

    /// <summary>A window on all that is left.</summary>
    public EdtfReader Window(int start) => new(text, start, end, failure);

    public bool Take(char c)
    {
        if (AtEnd || Current != c)
            return false;
        Position++;
        return true;
    }

    public string TakeWhile(Func<char, bool> accepted)
    {
        var start = Position;
        while (!AtEnd && accepted(Current))
            Position++;
        return text[start..Position];
    }

    public Qualification TakeQualification()
    {
        var taken = Current switch
        {
            '?' => Qualification.Uncertain,
            '~' => Qualification.Approximate,
            '%' => Qualification.Uncertain | Qualification.Approximate,
            _ => Qualification.None,
        };
        if (taken != Qualification.None)
            Position++;
        return taken;
    }

    /// <summary>Keeps the failure, at an index from 0, unless there is an earlier one.</summary>
    public void Fail(int at, string message) => failure.Error ??= new DateError("edtf", at + 1, message);

    /// <summary>Fails at the next character, which belongs to nothing.</summary>
    public void FailUnexpected(string instead) =>
        Fail(Position, AtEnd ? $"The date ends too early; {instead}." : $"'{Current}' is not expected here; {instead}.");

    private sealed class Failure
    {
        public DateError? Error { get; set; }
    }
}
