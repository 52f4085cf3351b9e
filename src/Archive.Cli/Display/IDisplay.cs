namespace Archive.Cli.Display;

/// <summary>Where answers for people are written.</summary>
internal interface IDisplay
{
    void Heading(Line title);

    /// <summary>One paragraph.</summary>
    /// <param name="indent">Steps to the right.</param>
    void Write(Line line, int indent = 0);

    void Blank();

    void Fields(IEnumerable<Field> fields, int indent = 0);

    /// <summary>Rows of cells; a cell is one or more lines. The last column takes the width that is left.</summary>
    void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<IReadOnlyList<Line>>> rows);

    void Tree(Branch root);
}
