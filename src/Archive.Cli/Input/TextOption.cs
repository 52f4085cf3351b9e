using System.CommandLine;

namespace Archive.Cli.Input;

/// <summary>Options that take text.</summary>
internal static class TextOption
{
    public static Option<string?> Of(string name, string helpName, string description) =>
        new(name) { HelpName = helpName, Description = description };

    public static Option<string> Required(string name, string helpName, string description) =>
        new(name) { HelpName = helpName, Description = description, Required = true };

    /// <summary>May stand several times.</summary>
    public static Option<string[]> Many(string name, string helpName, string description) =>
        new(name) { HelpName = helpName, Description = description, Arity = ArgumentArity.OneOrMore, DefaultValueFactory = _ => [] };

    /// <summary>May stand several times, and hold several ids with commas between them.</summary>
    public static Option<string[]> Ids(string name, string description) => new(name)
    {
        HelpName = "ID",
        Description = description + " May stand several times, or hold several ids with commas.",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
    };

    public static Option<string> Words() => Required("--words", "TEXT", "Why, in words that the next reader understands.");

    public static Option<string?> OptionalWords() => Of("--words", "TEXT", "Why, in words that the next reader understands.");

    public static Option<string?> Decided() => Of("--decided", "EDTF", "The editor's own date for the decision, in EDTF. It is never recorded time.");

    public static Option<string?> Notice() => Of("--notice", "TEXT", "What readers are told, where more than the words is meant for them.");
}
