using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Domain;

namespace Archive.Cli.Input;

/// <summary>Reads options over the values that there were, and knows afterwards which options found no use.</summary>
/// <param name="cleared">Names of the options, without dashes, whose former value is to go.</param>
internal sealed class FieldReader(ParseResult parsed, IReadOnlyCollection<string> cleared)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public string? Text(Option<string?> option, string? before) =>
        IsCleared(option) ? null : parsed.GetValue(option) ?? before;

    public ValueList<string> List(Option<string[]> option, ValueList<string>? before) =>
        List(option, before, text => text);

    public ValueList<T> List<T>(Option<string[]> option, ValueList<T>? before, Func<string, T> read) =>
        IsCleared(option) ? []
        : IsGiven(option) ? parsed.GetValue(option)!.Select(read).ToValueList()
        : before ?? [];

    public bool IsCleared(Option option)
    {
        _used.Add(option.Name);
        if (!cleared.Contains(option.Name[2..], StringComparer.Ordinal))
            return false;
        return !IsGiven(option) ? true : throw new UsageException($"{option.Name} is given and cleared at once.");
    }

    /// <exception cref="UsageException">One of these was given, or is to be cleared, and nothing read it.</exception>
    public void RefuseUnused(IEnumerable<Option> options, string kind)
    {
        var all = options.ToArray();
        var unused = all.Where(option => !_used.Contains(option.Name) && (IsGiven(option) || cleared.Contains(option.Name[2..], StringComparer.Ordinal)))
            .Select(option => option.Name).ToArray();
        if (unused.Length > 0)
            throw new UsageException($"A claim of the kind {kind} has no {string.Join(", ", unused)}.");
    }

    private bool IsGiven(Option option) => parsed.GetResult(option) is { Implicit: false };
}
