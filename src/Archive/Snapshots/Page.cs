namespace Archive.Snapshots;

/// <summary>A part of a list.</summary>
/// <param name="Items">The items of this page.</param>
/// <param name="Number">Number of the page, from 1.</param>
/// <param name="Size">Items a page.</param>
/// <param name="Total">Items in the whole list.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, int Total)
{
    public int Pages => (Total + Size - 1) / Size;

    public Page<TOther> Select<TOther>(Func<T, TOther> view) => new(Items.Select(view).ToArray(), Number, Size, Total);

    public static Page<T> Of(IReadOnlyCollection<T> all, PageRequest request) =>
        new(all.Skip((request.Number - 1) * request.Size).Take(request.Size).ToArray(), request.Number, request.Size, all.Count);
}
