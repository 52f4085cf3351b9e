namespace Archive.Domain.Time;

/// <summary>What a date can mean, as sorted, disjoint stretches that do not touch, at least one.</summary>
/// <param name="Items">The stretches, earliest first.</param>
/// <param name="Exact">False where there would be more than <see cref="Limit"/> stretches, so that gaps between them were given up.</param>
internal sealed record Stretches(IReadOnlyList<Stretch> Items, bool Exact)
{
    /// <summary>The most stretches that one date is stored with: a day of every month of a century.</summary>
    public const int Limit = 1200;

    public Stretch Hull => new(Items[0].Start, Items[^1].End);

    public static Stretches Of(params IEnumerable<Stretch> stretches) => Of(stretches, exact: true);

    public static Stretches Of(IEnumerable<Stretch> stretches, bool exact)
    {
        var merged = Merge(stretches);
        return merged.Count <= Limit ? new(merged, exact) : new(CloseSmallestGaps(merged), Exact: false);
    }

    private static List<Stretch> Merge(IEnumerable<Stretch> stretches)
    {
        var merged = new List<Stretch>();
        foreach (var next in stretches.OrderBy(s => s.Start ?? Int128.MinValue))
        {
            if (merged.Count > 0 && (merged[^1].End is not { } end || next.Start is not { } start || start <= end))
                merged[^1] = merged[^1] with { End = Later(merged[^1].End, next.End) };
            else
                merged.Add(next);
        }

        return merged;
    }

    private static Int128? Later(Int128? a, Int128? b) => a is { } x && b is { } y ? Int128.Max(x, y) : null;

    private static List<Stretch> CloseSmallestGaps(List<Stretch> merged)
    {
        var kept = Enumerable.Range(1, merged.Count - 1)
            .OrderByDescending(i => merged[i].Start!.Value - merged[i - 1].End!.Value)
            .Take(Limit - 1)
            .Order()
            .ToList();
        return [.. kept.Prepend(0).Zip(kept.Append(merged.Count), (from, to) => new Stretch(merged[from].Start, merged[to - 1].End))];
    }
}
