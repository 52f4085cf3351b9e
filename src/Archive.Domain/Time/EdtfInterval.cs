namespace Archive.Domain.Time;

/// <summary>A time interval; a side is null when it is open (<c>..</c>) or unknown (empty). At least one side is a date.</summary>
internal sealed record EdtfInterval(int Level, Qualification Qualification, EdtfDate? Start, EdtfDate? End) : EdtfExpression(Level, Qualification)
{
    /// <summary>From the earliest start to the latest end.</summary>
    public Stretch Hull => new(Start?.Meaning.Hull.Start, End?.Meaning.Hull.End);
}
