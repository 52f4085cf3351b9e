namespace Archive.Dossiers;

/// <summary>How much a dossier may hold, so that a hostile one is refused before it fills the memory.</summary>
internal sealed class NodeBudget
{
    public const int Depth = 32;
    public const int MostNodes = 4_000_000;
    public const int MostFileBytes = 64 * 1024 * 1024;
    public const int MostFiles = 1_000;
    public const long MostBytes = 256L * 1024 * 1024;

    private int _nodes;

    /// <summary>Takes what was spent on a part, if there is so much left.</summary>
    public bool Take(NodeBudget part)
    {
        if (_nodes + part._nodes > MostNodes)
            return false;
        _nodes += part._nodes;
        return true;
    }

    /// <returns>What is wrong, or null.</returns>
    public string? Spend(int depth)
    {
        if (depth > Depth)
            return $"Lists and fields are nested more than {Depth} deep here. A dossier needs fewer than ten: look for a bracket that was not closed.";
        return ++_nodes > MostNodes ? $"The dossier has more than {MostNodes:N0} values. Split it into several records." : null;
    }
}
