using System.Runtime.InteropServices;

namespace Archive.Dossiers;

/// <summary>A place in a file of a dossier.</summary>
/// <param name="File">Name of the file within the folder.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DossierPlace(string File, int Line, int Column)
{
    /// <summary>The dossier as a whole, or what is in no file.</summary>
    public static readonly DossierPlace Nowhere = new("", 0, 0);

    public override string ToString() => Line == 0 ? File : FormattableString.Invariant($"{File}:{Line}:{Column}");
}
