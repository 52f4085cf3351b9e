namespace Archive.Dossiers;

/// <summary>Everything that was found wrong with a dossier, each thing once.</summary>
internal sealed class DossierErrors
{
    /// <summary>A file that is not a dossier at all could have millions.</summary>
    private const int Most = 500;

    private readonly HashSet<DossierError> _found = [];

    public int Count => _found.Count;

    /// <summary>Nothing more is noted: whoever would look long for what to say need not.</summary>
    public bool IsFull => _found.Count >= Most;

    public bool Any => _found.Count > 0;

    public void Add(DossierPlace at, string message)
    {
        if (!IsFull)
            _found.Add(new DossierError(at, message));
    }

    /// <summary>Adds what was found in a part.</summary>
    public void Add(DossierErrors part)
    {
        foreach (var error in part._found)
            Add(error.At, error.Message);
    }

    /// <summary>In the order of files and lines.</summary>
    public IReadOnlyList<DossierError> InOrder() =>
        _found.OrderBy(error => error.At.File, StringComparer.Ordinal).ThenBy(error => error.At.Line).ThenBy(error => error.At.Column).ToArray();
}
