using Archive.Domain;
using Archive.Domain.Authorities;
using Archive.Snapshots;

namespace Archive.Authorities;

/// <summary>Authorities by id and by name, as of a moment.</summary>
internal static class AuthorityNames
{
    /// <summary>The names that ids go by; one that was merged goes by the name of what it was merged into.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> FindAsync(Snapshot snapshot, IEnumerable<string> ids)
    {
        var asked = new HashSet<string>(ids, StringComparer.Ordinal);
        var wanted = asked.ToArray();
        var known = new Dictionary<string, Authority>(StringComparer.Ordinal);
        for (var next = wanted; next.Length > 0;)
        {
            var found = (await snapshot.AuthoritiesAsync(next)).Select(version => version.State).ToArray();
            foreach (var authority in found)
                known[authority.Id] = authority;
            next = found.Select(authority => authority.MergedInto).OfType<string>().Where(asked.Add).ToArray();
        }

        return wanted.Where(known.ContainsKey).ToDictionary(id => id, id => Canonical(known, id).Description.Name.Text, StringComparer.Ordinal);
    }

    /// <summary>Ids of every authority that a word means: by id, name or alias, and those merged with it. Case and accents do not matter.</summary>
    public static async Task<IReadOnlySet<string>> MeantByAsync(Snapshot snapshot, string word)
    {
        var known = (await snapshot.AllAuthoritiesAsync()).Select(version => version.State).ToDictionary(authority => authority.Id, StringComparer.Ordinal);
        var sought = SearchText.Fold(word);
        var meant = known.Values
            .Where(authority => authority.Id == word || Names(authority).Any(name => SearchText.Fold(name) == sought))
            .Select(authority => Canonical(known, authority.Id).Id)
            .ToHashSet(StringComparer.Ordinal);
        return known.Keys.Where(id => meant.Contains(Canonical(known, id).Id)).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Names(Authority authority) =>
        authority.Description.Aliases.Select(alias => alias.Text).Prepend(authority.Description.Name.Text);

    private static Authority Canonical(Dictionary<string, Authority> known, string id) =>
        known[Merges.Last(id, merged => known[merged].MergedInto is { } into && known.ContainsKey(into) ? into : null)];
}
