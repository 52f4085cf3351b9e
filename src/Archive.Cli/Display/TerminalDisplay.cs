using Spectre.Console;
using Spectre.Console.Rendering;

namespace Archive.Cli.Display;

/// <summary>Tables, trees and colours for people. Text goes in as text, never as markup.</summary>
internal sealed class TerminalDisplay(IAnsiConsole console) : IDisplay
{
    private const int Step = 2;

    public void Heading(Line title)
    {
        console.Write(Paragraph(title, new Style(decoration: Decoration.Bold)));
        console.WriteLine();
    }

    public void Write(Line line, int indent = 0)
    {
        console.Write(new Padder(Paragraph(line), new Padding(indent * Step, 0, 0, 0)));
    }

    public void Blank() => console.WriteLine();

    public void Fields(IEnumerable<Field> fields, int indent = 0)
    {
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(indent * Step, 0, Step, 0) }).AddColumn();
        var any = false;
        foreach (var field in fields.Where(field => field.Value is not null))
        {
            grid.AddRow(Paragraph(Line.Of(field.Label, Tone.Quiet)), Paragraph(field.Value!));
            any = true;
        }

        if (any)
            console.Write(grid);
    }

    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<IReadOnlyList<Line>>> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (var i = 0; i < columns.Count; i++)
            table.AddColumn(new TableColumn(Paragraph(Line.Of(columns[i], Tone.Strong))) { NoWrap = i == 0 });
        foreach (var row in rows)
            table.AddRow(row.Select(cell => (IRenderable)new Rows(cell.Select(line => (IRenderable)Paragraph(line)))));
        console.Write(table);
    }

    public void Tree(Branch root)
    {
        var tree = new Tree(Paragraph(root.Line));
        foreach (var child in root.Children)
            Add(tree, child);
        console.Write(tree);
    }

    private static void Add(IHasTreeNodes parent, Branch branch)
    {
        var node = parent.AddNode(Paragraph(branch.Line));
        foreach (var child in branch.Children)
            Add(node, child);
    }

    private static Paragraph Paragraph(Line line, Style? outer = null)
    {
        var paragraph = new Paragraph();
        foreach (var span in line.Spans)
            paragraph.Append(span.Text, outer ?? StyleOf(span.Tone));
        return paragraph;
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Quiet => new Style(Color.Grey),
        Tone.Id => new Style(Color.Teal),
        Tone.Good => new Style(Color.Green),
        Tone.Caution => new Style(Color.Olive),
        Tone.Bad => new Style(Color.Red),
        _ => Style.Plain,
    };
}
