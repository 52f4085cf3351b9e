namespace Archive.Dossiers;

/// <summary>A list.</summary>
internal sealed record ListNode(DossierPlace At, IReadOnlyList<DossierNode> Items) : DossierNode(At)
{
    public static ListNode Of(IEnumerable<DossierNode> items) => new(DossierPlace.Nowhere, items.ToArray());
}
