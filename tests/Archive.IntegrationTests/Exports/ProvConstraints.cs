namespace Archive.IntegrationTests.Exports;

/// <summary>
/// The constraints of PROV (W3C Recommendation "Constraints of the PROV Data Model") that an exported document can break: uniqueness, typing, and
/// order of events. Written from the recommendation and from nothing in the archive.
/// </summary>
internal static class ProvConstraints
{
    /// <returns>Every constraint that is broken, with what breaks it; empty for a valid document.</returns>
    public static IReadOnlyList<string> Broken(ProvModel model) => [.. Uniqueness(model), .. Typing(model), .. Impossible(model), .. Order(model)];

    private static IEnumerable<string> Uniqueness(ProvModel model)
    {
        foreach (var kind in (string[])["wasGeneratedBy", "wasInvalidatedBy"])
        {
            foreach (var several in model.Of(kind).GroupBy(tie => tie.Subject, StringComparer.Ordinal).Where(ties => ties.Count() > 1))
                yield return $"unique {kind}: {several.Key}";
        }
    }

    private static IEnumerable<string> Typing(ProvModel model)
    {
        foreach (var both in model.Entities.Intersect(model.Activities.Keys))
            yield return $"entity and activity: {both}";
        foreach (var both in model.Agents.Intersect(model.Activities.Keys))
            yield return $"agent and activity: {both}";
        foreach (var tie in model.Ties)
        {
            var (subject, other) = tie.Kind switch
            {
                "wasGeneratedBy" or "wasInvalidatedBy" => ("entity", "activity"),
                "used" => ("activity", "entity"),
                "wasAttributedTo" => ("entity", "agent"),
                "wasAssociatedWith" => ("activity", "agent"),
                _ => ("entity", "entity"),
            };
            if (!Is(tie.Subject, subject))
                yield return $"{tie.Kind} of what is no {subject}: {tie.Subject}";
            if (!Is(tie.Object, other))
                yield return $"{tie.Kind} with what is no {other}: {tie.Object}";
        }

        foreach (var tie in model.Of("hadMember").Where(tie => !model.Types.Contains((tie.Subject, "http://www.w3.org/ns/prov#Collection"))))
            yield return $"member of no collection: {tie.Subject}";

        bool Is(string id, string kind) => kind switch
        {
            "entity" => model.Entities.Contains(id),
            "activity" => model.Activities.ContainsKey(id),
            _ => model.Agents.Contains(id),
        };
    }

    private static IEnumerable<string> Impossible(ProvModel model)
    {
        foreach (var cycle in Cycles(model.Of("specializationOf").Select(tie => (tie.Subject, tie.Object, true))))
            yield return $"specialization of itself: {cycle}";
    }

    /// <summary>Events as nodes, "precedes" as edges; a circle with a strict edge in it cannot be.</summary>
    private static IEnumerable<string> Order(ProvModel model)
    {
        var edges = new List<(string Before, string After, bool Strict)>();
        void Precedes(string before, string after, bool strict = false) => edges.Add((before, after, strict));
        var times = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var (activity, started) in model.Activities)
        {
            Precedes($"start {activity}", $"end {activity}");
            if (started is not null)
                times[$"start {activity}"] = started;
        }

        foreach (var entity in model.Entities)
            Precedes($"generation {entity}", $"invalidation {entity}");
        foreach (var tie in model.Of("wasGeneratedBy"))
        {
            Within(tie.Object, $"generation {tie.Subject}");
            At($"generation {tie.Subject}", tie.Time);
        }

        foreach (var tie in model.Of("wasInvalidatedBy"))
        {
            Within(tie.Object, $"invalidation {tie.Subject}");
            At($"invalidation {tie.Subject}", tie.Time);
        }

        var number = 0;
        foreach (var tie in model.Of("used"))
        {
            var usage = $"usage {++number} by {tie.Subject}";
            Within(tie.Subject, usage);
            Precedes($"generation {tie.Object}", usage);
            Precedes(usage, $"invalidation {tie.Object}");
            At(usage, tie.Time);
        }

        foreach (var tie in model.Of("wasDerivedFrom"))
            Precedes($"generation {tie.Object}", $"generation {tie.Subject}", strict: true);
        foreach (var tie in model.Of("specializationOf"))
        {
            Precedes($"generation {tie.Object}", $"generation {tie.Subject}");
            Precedes($"invalidation {tie.Subject}", $"invalidation {tie.Object}");
        }

        foreach (var cycle in Cycles(edges))
            yield return $"order: {cycle}";
        foreach (var (before, after, _) in edges)
        {
            if (times.TryGetValue(before, out var first) && times.TryGetValue(after, out var then) && string.CompareOrdinal(first, then) > 0)
                yield return $"time: {before} at {first} precedes {after} at {then}";
        }

        void Within(string activity, string happened)
        {
            Precedes($"start {activity}", happened);
            Precedes(happened, $"end {activity}");
        }

        void At(string happened, string? time)
        {
            if (time is not null)
                times[happened] = time;
        }
    }

    /// <summary>Strict edges within a strongly connected component (Kosaraju, iterative).</summary>
    private static IEnumerable<string> Cycles(IEnumerable<(string Before, string After, bool Strict)> edges)
    {
        var all = edges.ToArray();
        var forward = all.ToLookup(edge => edge.Before, edge => edge.After, StringComparer.Ordinal);
        var backward = all.ToLookup(edge => edge.After, edge => edge.Before, StringComparer.Ordinal);
        var order = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in all.SelectMany(edge => (string[])[edge.Before, edge.After]).Distinct(StringComparer.Ordinal))
            Visit(root, forward, seen, order.Add);
        var component = new Dictionary<string, string>(StringComparer.Ordinal);
        var assigned = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in Enumerable.Reverse(order))
            Visit(root, backward, assigned, node => component[node] = root);
        return all.Where(edge => edge.Strict && component[edge.Before] == component[edge.After]).Select(edge => $"{edge.Before} and {edge.After}");
    }

    private static void Visit(string root, ILookup<string, string> edges, HashSet<string> seen, Action<string> left)
    {
        if (!seen.Add(root))
            return;
        var stack = new Stack<(string Node, IEnumerator<string> Next)>([(root, edges[root].GetEnumerator())]);
        while (stack.TryPeek(out var top))
        {
            if (!top.Next.MoveNext())
                left(stack.Pop().Node);
            else if (seen.Add(top.Next.Current))
                stack.Push((top.Next.Current, edges[top.Next.Current].GetEnumerator()));
        }
    }
}
