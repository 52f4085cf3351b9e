namespace Archive.Domain;

/// <summary>Where merges lead.</summary>
public static class Merges
{
    /// <summary>
    /// The id under which something is found that may have been merged. No decider can wholly prevent that two are merged into each other at
    /// once: those of such a circle are found under its first id in ordinal order.
    /// </summary>
    /// <param name="id">Id to begin with.</param>
    /// <param name="into">What an id was merged into, or null where it stands for itself.</param>
    public static string Last(string id, Func<string, string?> into)
    {
        var path = new List<string> { id };
        while (into(path[^1]) is { } next)
        {
            var circle = path.IndexOf(next);
            if (circle >= 0)
                return path.Skip(circle).Min(StringComparer.Ordinal)!;
            path.Add(next);
        }

        return path[^1];
    }
}
