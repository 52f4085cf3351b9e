namespace Archive.Cli.Display;

/// <summary>A line and what hangs below it.</summary>
internal sealed record Branch(Line Line, IReadOnlyList<Branch> Children)
{
    public Branch(Line line) : this(line, [])
    {
    }
}
