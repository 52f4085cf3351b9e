namespace Archive.Domain.Evidence;

/// <summary>Goes through wholes that hold words.</summary>
public static class HeldWords
{
    /// <summary>The salted digest of everything that is kept by reference, so that it can be looked up at once.</summary>
    public static IReadOnlySet<string> KeptDigests<T>(this IHoldsWords<T> whole)
    {
        var digests = new HashSet<string>(StringComparer.Ordinal);
        whole.Join(digest =>
        {
            digests.Add(digest);
            return null;
        });
        return digests;
    }

    internal static ValueList<T> Keep<T>(this ValueList<T> parts, Func<KeptWords, string> keep)
        where T : class, IHoldsWords<T> => parts.Each(part => part.Keep(keep));

    internal static ValueList<T> Join<T>(this ValueList<T> parts, Func<string, string?> find)
        where T : class, IHoldsWords<T> => parts.Each(part => part.Join(find));

    /// <summary>Most wholes hold no such words: then nothing is made anew.</summary>
    private static ValueList<T> Each<T>(this ValueList<T> parts, Func<T, T> change)
        where T : class
    {
        T[]? changed = null;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = change(parts[i]);
            if (!ReferenceEquals(part, parts[i]))
                (changed ??= [.. parts])[i] = part;
        }

        return changed is null ? parts : ValueList.Create<T>(changed);
    }
}
