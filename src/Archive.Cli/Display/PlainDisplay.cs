namespace Archive.Cli.Display;

/// <summary>Aligned text without colours or frames, one line a row, for pipes and files.</summary>
internal sealed class PlainDisplay(TextWriter output) : IDisplay
{
    private const string Step = "  ";

    public void Heading(Line title) => output.WriteLine(title.Text);

    public void Write(Line line, int indent = 0) => output.WriteLine(Indent(indent) + line.Text);

    public void Blank() => output.WriteLine();

    public void Fields(IEnumerable<Field> fields, int indent = 0)
    {
        var shown = fields.Where(field => field.Value is not null).ToArray();
        var width = shown.Length == 0 ? 0 : shown.Max(field => CellWidth.Of(field.Label));
        foreach (var field in shown)
            output.WriteLine($"{Indent(indent)}{Pad(field.Label, width)}{Step}{field.Value!.Text}".TrimEnd());
    }

    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<IReadOnlyList<Line>>> rows)
    {
        var all = rows.ToArray();
        var widths = columns.Select((column, i) => all
            .SelectMany(row => row[i]).Select(CellWidth.Of).Append(CellWidth.Of(column)).Max()).ToArray();
        WriteRow(columns, widths);
        foreach (var row in all)
        {
            var height = row.Max(cell => cell.Count);
            for (var i = 0; i < height; i++)
                WriteRow(row.Select(cell => i < cell.Count ? cell[i].Text : "").ToArray(), widths);
        }
    }

    public void Tree(Branch root)
    {
        Write(root.Line);
        WriteChildren(root, "");
    }

    private void WriteChildren(Branch branch, string stem)
    {
        for (var i = 0; i < branch.Children.Count; i++)
        {
            var last = i == branch.Children.Count - 1;
            output.WriteLine($"{stem}{(last ? "`-- " : "|-- ")}{branch.Children[i].Line.Text}");
            WriteChildren(branch.Children[i], stem + (last ? "    " : "|   "));
        }
    }

    private void WriteRow(IReadOnlyList<string> cells, int[] widths) =>
        output.WriteLine(string.Join(Step, cells.Select((cell, i) => i == cells.Count - 1 ? cell : Pad(cell, widths[i]))).TrimEnd());

    private static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - CellWidth.Of(text)));

    private static string Indent(int steps) => string.Concat(Enumerable.Repeat(Step, steps));
}
