using System.CommandLine;
using System.CommandLine.Parsing;
using Archive.Snapshots;

namespace Archive.Cli.Input;

/// <summary>What is asked about and as of when: <c>visit-2023@57</c>, or <c>visit-2023 --as-of 57</c>.</summary>
internal sealed class SubjectArgument
{
    private readonly Argument<string> _id;
    private readonly Option<AsOf?> _asOf = AsOfOption.Create("--as-of", "As of this entry (57) or time with its zone (2026-11-24T09:30:00Z) of the archive's own history.");

    /// <param name="name">What help calls the argument.</param>
    /// <param name="optional">Whether the verb does without, because other verbs stand under it.</param>
    public SubjectArgument(string name, string description, bool optional = false)
    {
        _id = new Argument<string>(name)
        {
            Description = description + $" An entry may stand behind it: {name}@57.",
            Arity = optional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
        };
        _id.Validators.Add(Validate);
    }

    public void AddTo(Command command)
    {
        command.Add(_id);
        command.Add(_asOf);
    }

    /// <summary>The id, or null where none was given.</summary>
    public string? FindId(ParseResult parsed) => parsed.GetValue(_id) is { } text ? Split(text).Id : null;

    public string Id(ParseResult parsed) => Split(parsed.GetRequiredValue(_id)).Id;

    public AsOf AsOf(ParseResult parsed) =>
        parsed.GetValue(_asOf)
        ?? (Split(parsed.GetRequiredValue(_id)).AsOf is { } pinned && Snapshots.AsOf.TryParse(pinned, out var asOf, out _) ? asOf : Snapshots.AsOf.Latest);

    private void Validate(ArgumentResult result)
    {
        if (result.Tokens.Count == 0 || Split(result.Tokens[0].Value).AsOf is not { } pinned)
            return;
        if (!Snapshots.AsOf.TryParse(pinned, out _, out var error))
            result.AddError(error);
        else if (result.GetResult(_asOf) is not null)
            result.AddError($"The moment is given twice: as @{pinned} and as --as-of.");
    }

    private static (string Id, string? AsOf) Split(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }
}
