namespace Archive.Dossiers;

/// <summary>Puts what others build on before them, and else leaves the order of the dossier as it is.</summary>
internal static class Precedence
{
    public static IReadOnlyList<DossierItem> Order(
        IEnumerable<(DossierItem Item, string[] After)> items, string what, string relation, DossierErrors errors)
    {
        var all = items.ToArray();
        var byStream = all.GroupBy(item => item.Item.Stream, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var waiting = new HashSet<string>(StringComparer.Ordinal);
        var ordered = new List<DossierItem>(all.Length);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new Stack<(DossierItem Item, string[] After, int Next)>();
        foreach (var start in all)
        {
            if (!done.Contains(start.Item.Stream))
                Visit(start.Item, start.After);
            while (path.TryPop(out var top))
            {
                if (top.Next == top.After.Length)
                {
                    waiting.Remove(top.Item.Stream);
                    if (done.Add(top.Item.Stream))
                        ordered.Add(top.Item);
                    continue;
                }
                path.Push((top.Item, top.After, top.Next + 1));
                var next = top.After[top.Next];
                if (waiting.Contains(next))
                    errors.Add(top.Item.Node.At, Circle(path.Select(step => step.Item.Stream).Reverse(), next, what, relation));
                else if (!done.Contains(next) && byStream.TryGetValue(next, out var before))
                    Visit(before.Item, before.After);
            }
        }
        return ordered;

        void Visit(DossierItem item, string[] after)
        {
            waiting.Add(item.Stream);
            path.Push((item, after, 0));
        }
    }

    private static string Circle(IEnumerable<string> path, string back, string what, string relation)
    {
        var ids = path.SkipWhile(stream => stream != back).Append(back).Select(stream => stream.Split('/')[^1]);
        return $"This goes round in a circle: {what} {string.Join($" {relation} ", ids)}. Leave one of these out.";
    }
}
