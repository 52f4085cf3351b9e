namespace Archive.Domain.Time;

/// <summary>
/// Gathers the marks <c>?</c>, <c>~</c> and <c>%</c> of one date. To the right of a component a mark holds for it and for all to its left,
/// so that after the last component it holds for the whole date; to the left it holds for that component alone.
/// </summary>
internal sealed class EdtfMarks
{
    private bool hasLeft;
    private int rightMarks;
    private bool endsWithMark;

    public Qualification All { get; private set; }

    /// <summary>1 for one mark on the whole date, 2 for marks on components.</summary>
    public int Level => hasLeft || rightMarks > 1 || (rightMarks == 1 && !endsWithMark) ? 2 : rightMarks;

    public void Left(EdtfReader reader)
    {
        var mark = reader.TakeQualification();
        hasLeft |= mark != Qualification.None;
        All |= mark;
    }

    public void Right(EdtfReader reader)
    {
        var mark = reader.TakeQualification();
        endsWithMark = mark != Qualification.None;
        rightMarks += endsWithMark ? 1 : 0;
        All |= mark;
    }
}
